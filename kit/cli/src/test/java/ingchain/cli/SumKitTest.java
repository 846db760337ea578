package ingchain.cli;

import ingchain.cli.kit.ClassFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests that each start on a {@link SumKit} as shipped. Its checkpoints are compiled once and copied with it. */
abstract class SumKitTest {
    private static KitFixture template;

    @TempDir
    private Path root;

    KitFixture kit;

    @BeforeEach
    void freshKit() throws IOException {
        kit = template().copyTo(root);
    }

    @AfterEach
    void giveKitBack() throws IOException {
        kit.giveKitBack();
    }

    /** Lies in the build's own folder, and is made anew by each build. */
    private static synchronized KitFixture template() throws IOException {
        if (template == null) {
            Path folder = Path.of("target", "sum-kit").toAbsolutePath();
            ClassFolders.delete(folder);
            KitFixture fresh = SumKit.at(Files.createDirectories(folder));
            fresh.run("check", "--solution");
            template = fresh;
        }
        return template;
    }
}
