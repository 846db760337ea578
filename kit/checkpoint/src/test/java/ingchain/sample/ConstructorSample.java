package ingchain.sample;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import org.junit.jupiter.api.Test;

/** A checkpoint that cannot even make what it is to judge. Not a test of the kit: its tests run it. */
@Exercise("1.2")
public class ConstructorSample {
    ConstructorSample(Transcript transcript) {
        transcript.step("something is made");
        Student.throwsSomething();
    }

    @Test
    void isNeverReached() {}
}
