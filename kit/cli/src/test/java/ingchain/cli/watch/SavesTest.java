package ingchain.cli.watch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A save is noticed")
class SavesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final AtomicInteger saves = new AtomicInteger();
    private Path file;
    private Saves noticing;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(
                Files.createDirectories(folder.resolve("ingchain/server")).resolve("A.java"), "one");
        noticing = new Saves(List.of(folder), saves::incrementAndGet);
    }

    @AfterEach
    void stop() {
        noticing.close();
    }

    @Test
    @DisplayName("when the file is written in place, emptied first")
    void inPlace() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("two".getBytes());
        }
        awaitSaves(1);
    }

    @Test
    @DisplayName("when another file takes its name, as editors do that keep the old one")
    void renamed() throws IOException {
        Files.move(file, folder.resolve("ingchain/server/A.java~"));
        Path fresh = Files.writeString(folder.resolve("ingchain/server/.A.java.swp"), "two");
        Files.move(fresh, file, REPLACE_EXISTING);
        awaitSaves(1);
    }

    @Test
    @DisplayName("in a folder that was made after the start, and in a file that was deleted")
    void newFolder() throws IOException {
        Path other =
                Files.createDirectories(folder.resolve("ingchain/server/more")).resolve("B.java");
        Files.writeString(other, "class B {}");
        awaitSaves(1);
        int before = saves.get();
        Files.delete(other);
        awaitSaves(before + 1);
    }

    @Test
    @DisplayName("but not when nothing has changed: what was written again as it was is no save")
    void unchanged() throws IOException {
        Files.writeString(file, "one");
        Files.writeString(file, "one");
        // What is noticed after it would have been noticed before it.
        Files.writeString(file, "two");
        awaitSaves(1);
        assertThat(saves.get()).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("by looking, where there are no events")
    void polling() throws IOException {
        assertThat(noticing.isPolling()).isFalse();
        noticing.close();
        try (Saves looking = new Saves(List.of(folder), saves::incrementAndGet, false)) {
            assertThat(looking.isPolling()).isTrue();
            Files.writeString(file, "two");
            awaitSaves(1);
        }
    }

    @Test
    @DisplayName("by looking on the file systems of other computers and of a virtual machine's host")
    void silentFileSystems() {
        assertThat(List.of("nfs4", "cifs", "fuse.sshfs", "9p", "vboxsf", "virtiofs"))
                .allMatch(Saves::isSilent);
        assertThat(List.of("ext4", "overlay", "tmpfs", "apfs", "NTFS", "btrfs", "xfs"))
                .noneMatch(Saves::isSilent);
    }

    private void awaitSaves(int atLeast) {
        await().atMost(PATIENCE).until(() -> saves.get() >= atLeast);
    }
}
