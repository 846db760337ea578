package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("check --replay")
class ReplayTest extends SumKitTest {
    /** Can play "5-7" again, which is that 5 and 7 are added. */
    private static final String AGAIN = """
            package ingchain.sums;

            import ingchain.checkpoint.CheckpointFailure;
            import ingchain.checkpoint.Exercise;
            import ingchain.checkpoint.Replay;
            import ingchain.checkpoint.Transcript;
            import java.util.stream.Stream;
            import org.junit.jupiter.api.Tag;
            import org.junit.jupiter.params.ParameterizedTest;
            import org.junit.jupiter.params.provider.MethodSource;
            import org.opentest4j.TestAbortedException;

            @Exercise("1.1")
            class AddAgainTest {
                @ParameterizedTest(name = "the sum of {0}", quoteTextArguments = false, allowZeroInvocations = true)
                @MethodSource("askedFor")
                @Tag(Replay.TAG)
                void again(String id, Transcript transcript) {
                    String[] numbers = id.split("-");
                    if (numbers.length != 2) {
                        throw new TestAbortedException(id + " is no sum");
                    }
                    int a = Integer.parseInt(numbers[0]);
                    int b = Integer.parseInt(numbers[1]);
                    transcript.step(a + " and " + b + " are added");
                    if (Sums.add(a, b) != a + b) {
                        throw new CheckpointFailure("their sum is not " + Sums.add(a, b));
                    }
                    transcript.step("that is right");
                }

                static Stream<String> askedFor() {
                    return Replay.askedFor().stream();
                }
            }
            """;

    @BeforeEach
    void addAgain() throws IOException {
        kit.file("step01-sums/src/test/java/ingchain/sums/AddAgainTest.java", AGAIN);
    }

    @Test
    @DisplayName("tells what is played again where it holds: exit code 0")
    void holds() {
        assertThat(kit.run("check", "1.1", "--solution", "--replay", "5-7")).isZero();
        assertThat(kit.out())
                .contains("1.1 the sum of 5-7: done", "1. 5 and 7 are added\n", "2. that is right")
                .doesNotContain("Add gives", "Next:", "Read ", "Look at");
    }

    @Test
    @DisplayName("tells what is played again where it does not hold, and why: exit code 1")
    void doesNotHold() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a;");
        assertThat(kit.run("check", "1.1", "--replay", "5-7")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.1 the sum of 5-7: wrong", "1. 5 and 7 are added\n", "2. their sum is not 5", "Next: ");
    }

    @Test
    @DisplayName("says nothing of the exercise as a whole: its result stays what it was")
    void keepsNoResult() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a == 5 ? 12 : 0;");
        assertThat(kit.run("check", "1.1", "--replay", "5-7")).isZero();
        kit.run("status");
        assertThat(kit.out()).contains("? 1.1 add two numbers  not checked yet");
    }

    @Test
    @DisplayName("answers an id of which there is nothing to play with the checkpoint's sentence: exit code 2")
    void noSuchId() {
        assertThat(kit.run("check", "1.1", "--solution", "--replay", "5")).isEqualTo(2);
        assertThat(kit.err()).isEqualTo("ingchain: 5 is no sum.\n");
    }

    @Test
    @DisplayName("is for one exercise that has something to play again: exit code 2 otherwise")
    void otherExercise() {
        assertThat(kit.run("check", "1.2", "--replay", "5-7")).isEqualTo(2);
        assertThat(kit.err()).contains("the check of 1.2 finds nothing that could be played again");
        assertThat(kit.run("check", "--replay", "5-7")).isEqualTo(2);
        assertThat(kit.err()).contains("Name that exercise");
        assertThat(kit.run("check", "1.1", "--replay")).isEqualTo(2);
    }
}
