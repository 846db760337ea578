package ingchain.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path root;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void sources() throws IOException {
        write("pom.xml", "");
        write("core/pom.xml", "");
        write("core/src/main/java/A.java", "");
        write("kit/cli/pom.xml", "");
        write("step01-server/src/main/java/Mine.java", "");
        Files.createDirectories(root.resolve("core/target/classes"));
        Files.createDirectories(root.resolve("kit/cli/target"));
    }

    @Test
    @DisplayName("a kit without a stamp is not built, and one with a stamp younger than every source is")
    void fresh() throws IOException {
        assertThat(Build.isFresh(root)).isFalse();
        stamp(60);
        assertThat(Build.isFresh(root)).isTrue();
    }

    @Test
    @DisplayName("a changed source of the kit asks for a build, a changed step of the student does not")
    void changes() throws IOException {
        stamp(60);
        touch("step01-server/src/main/java/Mine.java", 120);
        assertThat(Build.isFresh(root)).isTrue();
        touch("core/src/main/java/A.java", 120);
        assertThat(Build.isFresh(root)).isFalse();
    }

    @Test
    @DisplayName("the benchmarks are no part of the command, and ask for no build")
    void benchmarks() throws IOException {
        stamp(60);
        write("kit/bench/pom.xml", "");
        write("kit/bench/src/main/java/B.java", "");
        touch("kit/bench/src/main/java/B.java", 120);
        assertThat(Build.isFresh(root)).isTrue();
    }

    @Test
    @DisplayName("classes that were cleaned away ask for a build")
    void cleaned() throws IOException {
        stamp(60);
        Files.delete(root.resolve("core/target/classes"));
        assertThat(Build.isFresh(root)).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("a build runs Maven once, says so, and leaves a stamp; a second one finds nothing to do")
    void builds() throws Exception {
        maven("echo ran >> ran");
        assertThat(build()).isZero();
        assertThat(build()).isZero();
        assertThat(root.resolve("ran")).hasContent("ran");
        assertThat(root.resolve("kit/cli/target/kit-built")).hasContent("/a/java");
        assertThat(said()).containsOnlyOnce("building the kit");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("where Maven fails, its own words are shown without colour, and what to do next, and no stamp is left")
    void mavenFails() throws Exception {
        maven("printf '[\\033[1;31mERROR\\033[m] cannot find symbol\\n[ERROR]\\n[ERROR] Re-run Maven\\n'; exit 1");
        assertThat(build()).isEqualTo(Build.FAILED);
        assertThat(said())
                .contains("[ERROR] cannot find symbol", "What to do next", "build.log")
                .doesNotContain("Re-run Maven");
        assertThat(root.resolve("kit/cli/target/kit-built")).doesNotExist();
    }

    @Test
    @DisplayName("where there is no Maven, a sentence says what to install")
    void noMaven() throws Exception {
        assertThat(new Build(root, "/a/java", Map.of("PATH", ""), printer()).run())
                .isEqualTo(Build.FAILED);
        assertThat(said()).contains("there is no mvn", "Install Maven");
    }

    private int build() throws Exception {
        Map<String, String> environment =
                Map.of("MAVEN_HOME", root.resolve("maven").toString(), "PATH", "");
        return new Build(root, "/a/java", environment, printer()).run();
    }

    private void maven(String script) throws IOException {
        write("maven/bin/mvn", "#!/bin/sh\n" + script + "\n");
        assertThat(root.resolve("maven/bin/mvn").toFile().setExecutable(true)).isTrue();
    }

    private PrintStream printer() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void stamp(int secondsFromNow) throws IOException {
        write("kit/cli/target/kit-built", "java");
        touch("kit/cli/target/kit-built", secondsFromNow);
    }

    private void touch(String path, int secondsFromNow) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(path), FileTime.from(Instant.now().plusSeconds(secondsFromNow)));
    }
}
