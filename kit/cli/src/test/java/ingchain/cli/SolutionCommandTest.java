package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("solution")
class SolutionCommandTest extends SumKitTest {
    @Test
    @DisplayName("shows ours beside yours when yours is done, the methods of this exercise and no other")
    void done() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return Math.addExact(a, b);")
                .edit(SUMS, undone("1.2 double a number"), "return a << 1;");
        kit.run("check", "1.1");
        assertThat(kit.run("solution", "1.1")).isZero();
        assertThat(kit.out())
                .contains(
                        "-     return Math.addExact(a, b);",
                        "+     return a + b;",
                        "  public static int add(int a, int b)")
                .doesNotContain("twice", "a << 1");
    }

    @Test
    @DisplayName("asks when yours is not done, and shows nothing without a yes")
    void notDone() {
        assertThat(kit.answering("\n").run("solution", "1.1")).isEqualTo(1);
        assertThat(kit.out())
                .contains("You have not done 1.1 yet", "./ingchain hint 1.1")
                .doesNotContain("a + b");
        assertThat(kit.answering("y\n").run("solution", "1.1")).isZero();
        assertThat(kit.out()).contains("+     return a + b;");
        assertThat(kit.run("solution", "1.2", "--yes")).isZero();
        assertThat(kit.out()).contains("+     return add(a, a);");
    }

    @Test
    @DisplayName("shows ours though yours is no correct Java or is gone, and says so when both are the same")
    void whatever() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return }");
        assertThat(kit.run("solution", "1.1", "--yes")).isZero();
        assertThat(kit.out()).contains("+     return a + b;");
        kit.edit(SUMS, "return }", "return a + b;");
        assertThat(kit.run("solution", "1.1", "--yes")).isZero();
        assertThat(kit.out()).contains("The same as ours:");
    }
}
