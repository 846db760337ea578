package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusCommandTest extends SumKitTest {
    @Test
    @DisplayName(
            "as shipped nothing is done, and the first exercise is next, with its place, its section and its check")
    void asShipped() {
        assertThat(kit.run("status")).isZero();
        assertThat(kit.out())
                .contains("1.1 add two numbers  not done yet", "0 of 3 exercises done")
                .contains("Next: 1.1 add two numbers", "write it in  " + SUMS + ":9")
                .contains("read         docs/en/step01-sums.md, section 1.1", "./ingchain check 1.1");
    }

    @Test
    @DisplayName("no argument at all shows the status")
    void noArgument() {
        assertThat(kit.run()).isZero();
        assertThat(kit.out()).contains("Next: 1.1");
    }

    @Test
    @DisplayName("an exercise goes from not checked to done, to changed, and is done again by its next check")
    void life() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        kit.run("status");
        assertThat(kit.out()).contains("? 1.1 add two numbers  not checked yet");

        kit.run("check", "1.1");
        kit.run("status");
        assertThat(kit.out()).contains("✓ 1.1 add two numbers  done", "1 of 3", "Next: 1.2");

        kit.edit(SUMS, "return a + b;", "return b + a;");
        kit.run("status");
        assertThat(kit.out())
                .contains("~ 1.1 add two numbers  changed since its last check (then: done)", "0 of 3")
                .contains("Next: 1.1");

        kit.run("check", "1.1");
        kit.run("status");
        assertThat(kit.out()).contains("✓ 1.1", "1 of 3");
    }

    @Test
    @DisplayName("the outcome of the last check is shown as long as nothing has changed")
    void outcome() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a;;;}{");
        kit.run("check", "1.1");
        kit.run("status");
        assertThat(kit.out()).contains("✗ 1.1 add two numbers  does not compile");
    }

    @Test
    @DisplayName("an ExerciseNotDone that is commented out does not count as standing there")
    void commentedOut() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "// " + undone("1.1") + "\n return a + b;");
        kit.run("status");
        assertThat(kit.out()).contains("1.1 add two numbers  not checked yet");
    }
}
