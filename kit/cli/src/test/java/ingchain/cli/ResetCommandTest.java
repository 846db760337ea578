package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("reset")
class ResetCommandTest extends SumKitTest {
    @Test
    @DisplayName("brings one exercise back and leaves the others as they are, helpers, comments and imports included")
    void oneExercise() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "// mine\n        return plus(a, b);")
                .edit(SUMS, undone("1.2 double a number"), "return (int) (2L * a);")
                .edit(SUMS, "import ingchain.exercise.ExerciseNotDone;", "import java.util.List;")
                .edit(
                        SUMS,
                        "private Sums() {}",
                        "private Sums() {}\n\n    static int plus(int a, int b) { return a + b; }");
        assertThat(kit.answering("y\n").run("reset", "1.1")).isZero();
        assertThat(kit.read(SUMS))
                .contains(undone("1.1 add two numbers"), "return (int) (2L * a);", "import java.util.List;")
                .contains("static int plus(int a, int b)", "import ingchain.exercise.ExerciseNotDone;")
                .doesNotContain("// mine");
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("not done yet");
    }

    @Test
    @DisplayName("asks first, and changes nothing without a yes")
    void asks() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        String before = kit.read(SUMS);
        assertThat(kit.answering("n\n").run("reset", "1.1")).isEqualTo(1);
        assertThat(kit.answering("").run("reset", "1")).isEqualTo(1);
        assertThat(kit.out()).contains(SUMS, "Bring step 1 back", "Nothing was changed");
        assertThat(kit.read(SUMS)).isEqualTo(before);
    }

    @Test
    @DisplayName("keeps the student's version and tells where")
    void keeps() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        String before = kit.read(SUMS);
        assertThat(kit.run("reset", "1", "--yes")).isZero();
        assertThat(kit.out()).contains("Your version is kept in .ingchain/backup/");
        assertThat(kit.read(SUMS)).contains(undone("1.1 add two numbers"), undone("1.2 double a number"));
        try (Stream<Path> files = Files.walk(kit.home().state().resolve("backup"))) {
            Path kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(kept).hasContent(before);
        }
    }

    @Test
    @DisplayName("offers whole files where one exercise cannot be told from the rest, whatever --yes says")
    void notAlone() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;}}}");
        assertThat(kit.run("reset", "1.1", "--yes")).isEqualTo(1);
        assertThat(kit.out()).contains("1.1 cannot be reset alone", "Reset whole files", "Nothing was changed");
        assertThat(kit.answering("yes\n").run("reset", "1.1")).isZero();
        assertThat(kit.read(SUMS)).contains(undone("1.1 add two numbers"));

        kit.edit(SUMS, "int add(int a, int b)", "int sum(int a, int b)");
        assertThat(kit.answering("").run("reset", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("1.1 cannot be reset alone");
    }

    @Test
    @DisplayName("says so where there is nothing to reset, and needs no git and no starter to work from")
    void nothing() throws IOException {
        assertThat(kit.run("reset", "1.1")).isZero();
        assertThat(kit.out()).contains("nothing to reset");
        String starter = kit.read(SUMS);
        Files.delete(kit.home().root().resolve(SUMS));
        assertThat(kit.run("reset", "1", "--yes")).isZero();
        assertThat(kit.read(SUMS)).isEqualTo(starter);
    }

    @Test
    @DisplayName("leaves the line ends as the student's file has them")
    void lineEnds() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        kit.file(SUMS, kit.read(SUMS).replace("\n", "\r\n"));
        assertThat(kit.run("reset", "1.1", "--yes")).isZero();
        assertThat(kit.read(SUMS).replace("\r\n", "")).doesNotContain("\n").contains(undone("1.1 add two numbers"));
    }
}
