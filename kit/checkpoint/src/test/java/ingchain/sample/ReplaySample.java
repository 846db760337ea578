package ingchain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Replay;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Exercise("1.4")
class ReplaySample {
    @Test
    void itself() {
        assertThat("held").isEqualTo("held");
    }

    @ParameterizedTest(name = "{0} is played again", quoteTextArguments = false, allowZeroInvocations = true)
    @MethodSource("askedFor")
    @Tag(Replay.TAG)
    void again(String id) {
        assertThat(id).isEqualTo("what holds");
    }

    static Stream<String> askedFor() {
        return Replay.askedFor().stream();
    }
}
