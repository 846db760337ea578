package ingchain.sample;

import ingchain.checkpoint.Exercise;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Exercise(value = "2.12", seconds = 3_600)
class EndlessSample {
    @Test
    @DisplayName("this comes to an end")
    void ends() throws InterruptedException {
        while (true) {
            Thread.sleep(1_000);
        }
    }
}
