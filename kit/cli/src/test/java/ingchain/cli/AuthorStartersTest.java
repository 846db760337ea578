package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorStartersTest {
    private static final String SOLUTION = "solutions/step01-server/src/main/java/a/A.java";
    private static final String STARTER = "step01-server/src/main/java/a/A.java";

    @TempDir
    Path root;

    private KitFixture kit;

    @BeforeEach
    void solution() throws IOException {
        kit = new KitFixture(root);
        kit.file(SOLUTION, "class A {\n    //> 1.1 x\n    int x;\n    //< 1.1\n}\n");
    }

    @Test
    @DisplayName("every starter is written from its solution, and a second time there is nothing to write")
    void writes() throws IOException {
        assertThat(kit.run("author", "starters")).isZero();
        assertThat(kit.read(STARTER)).contains("throw new ExerciseNotDone(\"1.1 x\");");
        assertThat(kit.out()).contains("wrote " + STARTER);

        assertThat(kit.run("author", "starters")).isZero();
        assertThat(kit.out()).contains("nothing to write");
        assertThat(Files.exists(root.resolve(".ingchain/backup"))).isFalse();
    }

    @Test
    @DisplayName("a file that differs is kept in a backup before it is overwritten, and the user is told where")
    void keeps() throws IOException {
        kit.file(STARTER, "mine");
        assertThat(kit.run("author", "starters")).isZero();
        assertThat(kit.out()).contains(STARTER + " differs", "is kept in .ingchain/backup/");
        String kept = kit.out().replaceAll("(?s).*is kept in (\\S+).*", "$1");
        assertThat(kit.read(kept)).isEqualTo("mine");
        assertThat(kit.read(STARTER)).contains("ExerciseNotDone");
    }

    @Test
    @DisplayName("a file that no solution has is named and moved to the backup, never deleted")
    void orphans() throws IOException {
        kit.file("step01-server/src/main/java/a/Old.java", "old");
        assertThat(kit.run("author", "starters")).isZero();
        assertThat(kit.out()).contains("step01-server/src/main/java/a/Old.java is in no solution");
        assertThat(root.resolve("step01-server/src/main/java/a/Old.java")).doesNotExist();
        String kept = kit.out().replaceAll("(?s).*moved to (\\S+).*", "$1");
        assertThat(kit.read(kept)).isEqualTo("old");
    }

    @Test
    @DisplayName("mistakes in the markers of several files are told together, and nothing is written")
    void mistakes() throws IOException {
        kit.file(SOLUTION, "//> 1.1 x\n").file("solutions/step01-server/src/main/java/a/B.java", "//< 1.2\n");
        assertThat(kit.run("author", "starters")).isEqualTo(1);
        assertThat(kit.err()).contains(SOLUTION + ":1: ", "a/B.java:1: ");
        assertThat(root.resolve(STARTER)).doesNotExist();
    }
}
