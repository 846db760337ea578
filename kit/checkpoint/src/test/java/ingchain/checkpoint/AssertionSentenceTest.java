package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An assertion that failed is told as a sentence")
class AssertionSentenceTest {
    @Test
    @DisplayName("what was looked at comes first, then what was expected of it")
    void descriptionFirst() {
        assertSentence(
                "the port: expected 0 to be between [1, 65535]",
                () -> assertThat(0).as("the port").isBetween(1, 65535));
        assertSentence(
                "the sockets left: expected 200 to be less than 100",
                () -> assertThat(200L).as("the sockets left").isLessThan(100));
        assertSentence(
                "the port: expected 3 but was 0",
                () -> assertThat(0).as("the port").isEqualTo(3));
        assertSentence(
                "whether it is open: expected it to be false but was true",
                () -> assertThat(true).as("whether it is open").isFalse());
        assertSentence(
                "the peers: expected empty but was [\"a\"]",
                () -> assertThat(List.of("a")).as("the peers").isEmpty());
        assertSentence(
                "the text: expected \"abc\" to start with \"x\"",
                () -> assertThat("abc").as("the text").startsWith("x"));
    }

    @Test
    @DisplayName("a description with brackets in it stays whole")
    void brackets() {
        assertSentence(
                "what [1] and [2] say: expected 2 but was 1",
                () -> assertThat(1).as("what [1] and [2] say").isEqualTo(2));
    }

    @Test
    @DisplayName("what the student's code gave is not touched")
    void values() {
        assertSentence(
                "the line: expected \"[!] in use: 1\" but was \"closed: [2] L\"",
                () -> assertThat("closed: [2] L").as("the line").isEqualTo("[!] in use: 1"));
    }

    @Test
    @DisplayName("a message without a description, or of another kind, is still a line")
    void plain() {
        assertSentence("expected 2 but was 1", () -> assertThat(1).isEqualTo(2));
        assertThat(AssertionSentence.of("it was not\n  as hoped")).isEqualTo("it was not as hoped");
    }

    private static void assertSentence(String sentence, ThrowingCallable assertion) {
        assertThat(AssertionSentence.of(catchThrowable(assertion).getMessage())).isEqualTo(sentence);
    }
}
