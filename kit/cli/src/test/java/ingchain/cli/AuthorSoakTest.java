package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorSoakTest extends SumKitTest {
    private static final String ADD_TEST = "step01-sums/src/test/java/ingchain/sums/AddTest.java";

    @Test
    @DisplayName("where nothing ever fails, it ends with 0 and tells runs, tests, warm times and the slowest tests")
    void steady() throws IOException {
        kit.without("step02-squares");
        assertThat(kit.run("author", "soak", "--runs", "12", "--pinned-runs", "1"))
                .as(kit.out() + kit.err())
                .isZero();
        assertThat(kit.out())
                .containsPattern("in a warm JVM: step 1 \\d+\\.\\d\\d s")
                .contains("runs 1 to 10: 60 tests, 0 failed", "runs 11 to 12: 12 tests, 0 failed")
                .containsPattern("step 1  \\d+ ms  (Add|Twice)Test: (Add|Twice) gives \\d")
                .containsPattern("23 runs, 138 tests, 0 failed|22 runs, 132 tests, 0 failed");
    }

    @Test
    @DisplayName("on one core it runs where there is a taskset, and otherwise says that it did not")
    void pinned() {
        assertThat(kit.run("author", "soak", "--runs", "0", "--pinned-runs", "1"))
                .isZero();
        assertThat(kit.out())
                .containsPattern("All on one core, number \\d+|this computer has no taskset")
                .containsPattern("in a warm JVM: step 1 \\d+\\.\\d\\d s, step 2 \\d+\\.\\d\\d s")
                .contains("runs 1 to 10: 90 tests, 0 failed")
                .containsPattern("step 2  \\d+ ms  SquareTest: Square gives \\d");
    }

    @Test
    @DisplayName("a checkpoint that fails now and then is told with its run and its transcript: exit code 1")
    void flaky() throws IOException {
        kit.without("step02-squares")
                .edit(ADD_TEST, "class AddTest {", "class AddTest {\n    private static int calls;\n")
                .edit(ADD_TEST, "void gives1() {", """
                        void gives1(ingchain.checkpoint.Transcript transcript) {
                                calls++;
                                transcript.step("this is call " + calls);
                                assertThat(calls).as("the calls").isNotEqualTo(3);
                        """);
        assertThat(kit.run("author", "soak", "--runs", "1", "--pinned-runs", "0"))
                .as(kit.out())
                .isEqualTo(1);
        assertThat(kit.out())
                .contains("Run 3, step 1, AddTest: Add gives 1: wrong", "1. this is call 3", "Next:")
                .containsPattern("runs 1 to 10: \\d+ tests, 1 failed")
                .contains("runs 1 to 1: 6 tests, 0 failed");
    }

    @Test
    @DisplayName("a solution that ends the JVM is a failure of its run")
    void ended() throws IOException {
        kit.without("step02-squares")
                .edit("solutions/" + SumKit.SUMS, "return a + b;", "Runtime.getRuntime().halt(0); return a + b;")
                .compileSolutions();
        assertThat(kit.run("author", "soak", "--runs", "1", "--pinned-runs", "0"))
                .isEqualTo(1);
        assertThat(kit.out()).contains("Run 1 (cold), step 1, AddTest: the program goes on until its checkpoint has");
    }

    @Test
    @DisplayName("no runs at all are a misunderstanding: exit code 2")
    void nothingToDo() {
        assertThat(kit.run("author", "soak", "--runs", "0", "--pinned-runs", "0"))
                .isEqualTo(2);
        assertThat(kit.err()).contains("there is nothing to run");
    }
}
