package ingchain.cli.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A hash over files and words, by which results and compiled classes are found again. Of a file, its length and checksum go
 * into it: the JVM computes a checksum in native code, and every command hashes hundreds of files, so that this is what a
 * short command's time would be spent on.
 */
public final class ContentHash {
    private static final int SHOWN_BYTES = 12;

    private final MessageDigest digest;

    /** Of nothing so far. */
    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a word. */
    public ContentHash add(String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Adds every file below the folder, name and content; a folder that is not there counts as empty. */
    public ContentHash addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                add(folder, file);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path folder, Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // Deleted a moment ago, by an editor that saves so: as if it had never been there.
            return;
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        String path = folder.relativize(file).toString().replace('\\', '/');
        add(path + " " + content.length + " " + checksum.getValue());
    }

    /** The hash in hex, short enough for the name of a folder. Ends this object's use. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }
}
