package ingchain.cli.exercise;

import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Where files go before they are overwritten: {@code .ingchain/backup/<time>/}, under the path that they had. */
public final class Backup {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Home home;
    private Path folder;

    /** Makes no folder until there is something to keep. */
    public Backup(Home home) {
        this.home = home;
    }

    /** Keeps a copy of the file and tells where. */
    public Path copy(Path file) throws IOException {
        Path kept = place(file);
        Files.copy(file, kept);
        return kept;
    }

    /** Moves the file away and tells where to. */
    public Path move(Path file) throws IOException {
        Path kept = place(file);
        Files.move(file, kept);
        return kept;
    }

    private Path place(Path file) throws IOException {
        if (folder == null) {
            folder = freshFolder();
        }
        Path kept = folder.resolve(home.root().relativize(file));
        Files.createDirectories(kept.getParent());
        return kept;
    }

    private Path freshFolder() throws IOException {
        Path backups = Files.createDirectories(home.state().resolve("backup"));
        String name = LocalDateTime.now().format(TIME);
        Path fresh = backups.resolve(name);
        for (int i = 2; Files.exists(fresh); i++) {
            fresh = backups.resolve(name + "-" + i);
        }
        return Files.createDirectory(fresh);
    }
}
