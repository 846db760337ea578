package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path root;

    private KitFixture kit;

    @BeforeEach
    void emptyKit() {
        kit = new KitFixture(root);
    }

    @Test
    @DisplayName("an unknown command is one sentence with a suggestion, and exit code 2")
    void unknownCommand() {
        assertThat(kit.run("chekc")).isEqualTo(2);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.err()).contains("there is no command \"chekc\"", "Did you mean \"check\"?", "./ingchain help");
    }

    @Test
    @DisplayName("an unknown option is one sentence with a suggestion, and exit code 2")
    void unknownOption() {
        assertThat(kit.run("check", "--solutoin")).isEqualTo(2);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.err())
                .contains("there is no option \"--solutoin\" for \"check\"", "Did you mean \"--solution\"?")
                .contains("./ingchain help check");
    }

    @Test
    @DisplayName(
            "one word too many, a missing word and a word that is no number are each one sentence, and exit code 2")
    void wrongArguments() {
        assertThat(kit.run("check", "1", "2")).isEqualTo(2);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.run("run")).isEqualTo(2);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.run("run", "1", "--port", "many")).isEqualTo(2);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.run("author", "chekc")).isEqualTo(2);
        assertThat(kit.err()).contains("\"chekc\"", "check");
    }

    @Test
    @DisplayName("help goes to standard output, for all commands and for one")
    void help() {
        assertThat(kit.run("help")).isZero();
        assertThat(kit.out()).contains("status", "check", "run", "node", "demo", "author");
        assertThat(kit.run("help", "check")).isZero();
        assertThat(kit.out()).contains("--solution", "STEP|EXERCISE", "Ends with 0");
        assertThat(kit.run("check", "--help")).isZero();
        assertThat(kit.out()).contains("--solution");
        assertThat(kit.err()).isEmpty();
    }

    @Test
    @DisplayName("a failure of the kit itself is a sentence, exit code 70, and a file that holds the stack trace")
    void broken() throws IOException {
        kit.file("solutions/step01-x/src/main/java/a/A.java", "class A {}")
                .file("step01-x/src/main/java/a/A.java", "class A {}");
        assertThat(kit.run("node")).isEqualTo(70);
        assertThat(kit.err().lines()).hasSize(1);

        kit.file("solutions/step01-x/src/main/java/a/B.java", "//> 1.1 x\n//< 1.1\n");
        assertThat(kit.run("check", "1")).isEqualTo(70);
        assertThat(kit.err().lines()).hasSize(1);
        assertThat(kit.err()).contains("something in the kit itself went wrong", ".ingchain/last-error.txt");
        assertThat(kit.read(".ingchain/last-error.txt")).contains("Exception", "\tat ");
    }

    @Test
    @DisplayName("without colour there is no escape sequence in any output")
    void noColour() {
        kit.run("status");
        kit.run("help");
        assertThat(kit.out() + kit.err()).doesNotContain("\u001B");
    }
}
