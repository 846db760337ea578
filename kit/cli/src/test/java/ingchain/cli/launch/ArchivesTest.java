package ingchain.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The jar that names a node's libraries")
class ArchivesTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("gives a program all of them, also once the kit was moved")
    void moved() throws IOException {
        Path kit = Files.createDirectories(folder.resolve("a kit/lib")).getParent();
        List<Path> libraries = List.of(library(kit, "one"), library(kit, "two"));
        Archives.name(libraries, kit.resolve("node.jar"));
        Path moved = Files.move(kit, folder.resolve("moved"));
        URL[] jar = {moved.resolve("node.jar").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, null)) {
            assertThat(loader.getResource("one.txt")).isNotNull();
            assertThat(loader.getResource("two.txt")).isNotNull();
        }
    }

    private static Path library(Path kit, String name) throws IOException {
        Path jar = kit.resolve("lib/" + name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name + ".txt"));
        }
        return jar;
    }
}
