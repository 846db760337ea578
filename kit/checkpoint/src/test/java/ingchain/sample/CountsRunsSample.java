package ingchain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.Exercise;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Exercise("2.11")
class CountsRunsSample {
    private static int runs;

    @Test
    @DisplayName("this is the first run")
    void first() {
        assertThat(++runs).isEqualTo(1);
    }
}
