package ingchain.cli.kit;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiled classes, found again by the hash of everything that went into them. A folder appears complete or not at all,
 * so two commands at once do each other no harm.
 */
public final class ClassFolders {
    private static final int KEPT = 40;

    private final Path folder;

    /** Keeps them below the kit's state. */
    public ClassFolders(Home home) {
        folder = home.state().resolve("classes");
    }

    /** Compiles into a folder that is handed to it; gives the errors. */
    @FunctionalInterface
    public interface Compilation {
        /** Empty where all compiled. */
        List<CompileError> into(Path output) throws IOException;
    }

    /** The folder of a name and hash; empty where nothing was compiled under them yet. */
    public Optional<Path> find(String name, String hash) throws IOException {
        Path found = folder.resolve(name + "-" + hash);
        if (!Files.isDirectory(found)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(found, FileTime.fromMillis(System.currentTimeMillis()));
        return Optional.of(found);
    }

    /**
     * Compiles and keeps the classes where there are no errors.
     *
     * @return the errors; empty where {@link #find} will now find the classes
     */
    public List<CompileError> compile(String name, String hash, Compilation compilation) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unfinished-");
        try {
            List<CompileError> errors = compilation.into(fresh);
            if (errors.isEmpty()) {
                put(fresh, folder.resolve(name + "-" + hash));
                forgetOld();
            }
            return errors;
        } finally {
            delete(fresh);
        }
    }

    private static void put(Path fresh, Path place) throws IOException {
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            // Another command compiled the same at the same time; its classes are as good as ours.
        }
    }

    private void forgetOld() throws IOException {
        List<Path> all;
        try (Stream<Path> children = Files.list(folder)) {
            all = children.sorted(Comparator.comparing(ClassFolders::age)).toList();
        }
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            delete(old);
        }
    }

    private static FileTime age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Deletes a folder and all that is in it; one that is not there is none to delete. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
