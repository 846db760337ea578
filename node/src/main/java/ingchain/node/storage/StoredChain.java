package ingchain.node.storage;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.chain.Chain;
import ingchain.consensus.ChainRules;
import ingchain.consensus.InvalidBlock;
import ingchain.node.chain.ChainStore;
import ingchain.node.chain.StorageFailure;
import ingchain.transaction.UnspentOutputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.IntegerDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The file with the blocks, each under its height. The genesis block is not in it: every node has that built in. */
final class StoredChain implements ChainStore {
    static final String FILE = "chain.mv";

    private static final String CHECKED_BY = "checkedBy";

    /** Each commit leaves a little that is out of date. After so many of them it is worth tidying up. */
    private static final int COMMITS_BETWEEN_TIDYING = 256;

    /** The least part of the file, in percent, that ought to be in use. */
    private static final int FILL_PERCENT = 50;

    /** Most that is moved at once to get there, in bytes. */
    private static final int MOST_MOVED_BYTES = 1 << 20;

    private final Path file;
    private final MVStore store;
    private final MVMap<Integer, byte[]> blocks;
    private int commits;

    private StoredChain(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.blocks = blocksOf(store);
    }

    private static MVMap<Integer, byte[]> blocksOf(MVStore store) {
        return store.openMap(
                "blocks",
                new MVMap.Builder<Integer, byte[]>()
                        .keyType(IntegerDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /**
     * Reads the stored blocks into a chain, and opens the file for more.
     *
     * @param chain of the genesis block alone
     * @throws StorageFailure where the file is damaged, or breaks the rules of these steps: it stays as it is
     */
    static StoredChain open(Path folder, Chain chain) {
        Path file = folder.resolve(FILE);
        String code = CheckedBy.code(chain.rules());
        if (Files.exists(file)) {
            readInto(chain, file, code);
        }
        MVStore store = StoreFile.openToWrite(file);
        StoreFile.about(store).put(CHECKED_BY, code);
        StoredChain opened = new StoredChain(file, store);
        opened.commit();
        return opened;
    }

    private static void readInto(Chain chain, Path file, String code) {
        List<Block> read = new ArrayList<>(List.of(Genesis.BLOCK));
        boolean checked;
        try (MVStore store = StoreFile.openToRead(file)) {
            checked = code.equals(StoreFile.about(store).get(CHECKED_BY));
            readBlocks(store, read);
        } catch (MVStoreException | IllegalArgumentException e) {
            throw damaged(file, read.size(), e);
        }
        try {
            chain.replace(read, checked ? replay(read) : new ChainRules(chain.rules()).check(read));
        } catch (IllegalArgumentException e) {
            throw damaged(file, read.size(), e);
        } catch (InvalidBlock e) {
            throw new StorageFailure(
                    "The chain in " + file + " was checked by other steps or rules, and these find that "
                            + e.getMessage() + ". Nothing was changed. Start with the steps and options that it was"
                            + " made with, or with another folder.",
                    e);
        }
    }

    /** Makes a file of these blocks, genesis first. Nobody is taken to have checked them. */
    static void write(Path file, List<Block> chain) {
        MVStore store = StoreFile.openToWrite(file);
        StoredChain made = new StoredChain(file, store);
        made.putAbove(1, chain.subList(1, chain.size()));
        made.close();
    }

    /** Reads up to the first block that is damaged or missing, or to the end. */
    static void readBlocks(MVStore store, List<Block> into) {
        MVMap<Integer, byte[]> stored = blocksOf(store);
        Cursor<Integer, byte[]> cursor = stored.cursor(null);
        while (cursor.hasNext()) {
            int height = cursor.next();
            if (height != into.size() + 1) {
                throw new IllegalArgumentException("block " + (into.size() + 1) + " is missing");
            }
            into.add(BlockBytes.read(cursor.getValue(), into.get(height - 2)));
        }
    }

    private static UnspentOutputs replay(List<Block> blocks) {
        UnspentOutputs unspent = new UnspentOutputs();
        for (Block block : blocks.subList(1, blocks.size())) {
            unspent.replay(block.transactions());
        }
        return unspent;
    }

    private static StorageFailure damaged(Path file, int whole, Exception cause) {
        return new StorageFailure(
                "The file " + file + " is damaged behind block " + whole + " (" + firstLine(cause)
                        + "). Nothing was changed. The keys are in another file, " + StoredWallet.FILE
                        + ", and are not affected. Start once with --salvage to keep the blocks up to there and put the"
                        + " damaged file aside; what is missing comes from the peers.",
                cause);
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public synchronized void putAbove(int height, List<Block> above) {
        try {
            for (int old = blocks.size() + 1; old > height + above.size(); old--) {
                blocks.remove(old);
            }
            for (Block block : above) {
                blocks.put(block.height(), BlockBytes.write(block));
            }
            commit();
        } catch (MVStoreException e) {
            throw new StorageFailure(
                    "Cannot write " + file + " (" + firstLine(e)
                            + "). The node stops, so that it does not tell its peers what it may forget."
                            + " See whether the disk is full, and start it again.",
                    e);
        }
    }

    private void commit() {
        store.commit();
        commits++;
        if (commits % COMMITS_BETWEEN_TIDYING == 0) {
            store.compact(FILL_PERCENT, MOST_MOVED_BYTES);
        }
    }

    /** The peers that were reached; they are stored with the next block. */
    Map<String, Long> peers() {
        return store.openMap(
                "peers",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    synchronized void close() {
        store.close();
    }
}
