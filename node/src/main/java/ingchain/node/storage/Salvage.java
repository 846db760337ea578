package ingchain.node.storage;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.node.chain.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Saves what is whole of a damaged chain file. */
public final class Salvage {
    private Salvage() {}

    /**
     * Puts a damaged chain file aside, under another name, and makes a new one of the blocks up to the damage. They are
     * checked by all rules when the node starts.
     *
     * @return a sentence that says what was done
     * @throws StorageFailure where the files cannot be read or written
     */
    public static String chain(Path folder) {
        Path file = folder.resolve(StoredChain.FILE);
        if (!Files.exists(file)) {
            return "There is no chain in " + folder + " to salvage.";
        }
        List<Block> whole = new ArrayList<>(List.of(Genesis.BLOCK));
        try (MVStore store = StoreFile.openToRead(file)) {
            StoredChain.readBlocks(store, whole);
            return "The chain in " + file + " is whole. Nothing was changed.";
        } catch (MVStoreException | IllegalArgumentException e) {
            // That is what we are here for: everything before the damage has been read.
        }
        try {
            Path aside = nameFor(folder);
            Files.move(file, aside);
            StoredChain.write(file, whole);
            return "Kept the blocks up to " + whole.size() + ". The damaged file is now " + aside + ".";
        } catch (IOException e) {
            throw new StorageFailure("Cannot put " + file + " aside: " + e.getMessage() + ".", e);
        }
    }

    private static Path nameFor(Path folder) {
        for (int i = 1; ; i++) {
            Path name = folder.resolve(StoredChain.FILE + ".damaged-" + i);
            if (!Files.exists(name)) {
                return name;
            }
        }
    }
}
