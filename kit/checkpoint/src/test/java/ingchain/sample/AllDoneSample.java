package ingchain.sample;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import org.junit.jupiter.api.Test;

/** A checkpoint that holds, of code that leaves a thread behind. Not a test of the kit: its tests run it. */
@Exercise("2.10")
public class AllDoneSample {
    @Test
    void leavesAThread(Transcript transcript) {
        transcript.step("half an emoji: \ud83d");
        Student.leavesAThreadBehind();
    }
}
