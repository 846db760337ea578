package ingchain.node.storage;

import ingchain.node.chain.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/** Opens the files of a data folder, and says in sentences why one cannot be opened. */
final class StoreFile {
    private StoreFile() {}

    /** Stands in the map "about" of each file from its first moment on: a file without it has lost something. */
    private static final String FORMAT = "format";

    private static final String FORMAT_NUMBER = "1";

    /**
     * Opens a file to look at it. Not a byte of it changes, whatever is found.
     *
     * @throws StorageFailure where another node has it
     * @throws MVStoreException where it is damaged
     * @throws IllegalArgumentException where it is whole, and none of ours
     */
    static MVStore openToRead(Path file) {
        MVStore store = open(new MVStore.Builder().readOnly(), file);
        if (!FORMAT_NUMBER.equals(about(store).get(FORMAT))) {
            store.closeImmediately();
            throw new IllegalArgumentException("its beginning is missing");
        }
        return store;
    }

    /**
     * Opens a file to write, and makes it where there is none.
     *
     * @throws StorageFailure where another node has it, or it cannot be made or written
     */
    static MVStore openToWrite(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            OwnerOnly.file(file);
        } catch (IOException e) {
            throw new StorageFailure(
                    "Cannot write " + file + " (" + e.getMessage()
                            + "). Make the folder yours, or choose another with --data.",
                    e);
        }
        try {
            return open(new MVStore.Builder(), file);
        } catch (MVStoreException e) {
            throw new StorageFailure("Cannot open " + file + " to write (" + e.getMessage() + ").", e);
        }
    }

    /** Under another name first, so that a process that is killed meanwhile leaves no half of a file. */
    private static void make(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        OwnerOnly.file(unfinished);
        MVStore store = open(new MVStore.Builder(), unfinished);
        about(store).put(FORMAT, FORMAT_NUMBER);
        store.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a file says of itself. */
    static MVMap<String, String> about(MVStore store) {
        return store.openMap(
                "about",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    private static MVStore open(MVStore.Builder builder, Path file) {
        try {
            // A commit is what the ledger says is one, never a guess of a background thread.
            return builder.fileName(file.toString()).autoCommitDisabled().open();
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new StorageFailure(
                        "Another node uses the folder " + file.getParent()
                                + ". Stop it, or give this one a folder of its own with --data.",
                        e);
            }
            throw e;
        }
    }
}
