package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("hint")
class HintCommandTest extends SumKitTest {
    @Test
    @DisplayName("gives a further hint of the chapter each time, and the last one again when there is no more")
    void further() {
        assertThat(kit.run("hint", "1.1")).isZero();
        assertThat(kit.out())
                .contains("1.1 add two numbers: Hint 1 of 2", "Try 1.1.")
                .doesNotContain("Try harder.");
        kit.run("hint", "1.1");
        assertThat(kit.out()).contains("Hint 2 of 2", "Try harder.");
        kit.run("hint", "1.1");
        assertThat(kit.out()).contains("the last hint of 2", "Try harder.");
        kit.run("hint", "1.2");
        assertThat(kit.out()).contains("Hint 1 of 2", "Try 1.2.");
    }

    @Test
    @DisplayName("is about the first exercise that is not done, where none is named")
    void next() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        kit.run("check", "1.1");
        kit.run("hint");
        assertThat(kit.out()).contains("1.2 double a number: Hint 1 of 2");
    }

    @Test
    @DisplayName("helps first against the mistake that the last check found, once, and then goes on with the chapter")
    void cause() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "Integer none = null; return none;");
        kit.run("check", "1.1");
        kit.run("hint", "1.1");
        assertThat(kit.out()).contains("what the last check found", "print what is null there");
        kit.run("hint", "1.1");
        assertThat(kit.out()).contains("Hint 1 of 2").doesNotContain("null");

        kit.edit(SUMS, "Integer none = null; return none;", "return add(a, b);");
        kit.run("check", "1.1");
        kit.run("hint", "1.1");
        assertThat(kit.out()).contains("a method calls itself without end");
    }

    @Test
    @DisplayName("says where to read when there is none, and what exercises there are when there is no such")
    void none() throws IOException {
        kit.file("docs/en/step01-sums.md", "## 1.1 What to do\n");
        assertThat(kit.run("hint", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("There is no hint", "docs/en/step01-sums.md, section 1.1");
        assertThat(kit.run("hint", "7.1")).isEqualTo(2);
        assertThat(kit.err()).contains("no exercise \"7.1\"", "1.1 to 2.1");
    }
}
