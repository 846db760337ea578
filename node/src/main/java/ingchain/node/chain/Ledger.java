package ingchain.node.chain;

import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.node.message.Claim;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;

/**
 * The chain as peers may see it: nothing of it is shown before it is stored.
 *
 * <p>A node that told its peers of a block, was killed and came up without it, would mine another one in its place and
 * contradict itself. The steps change the chain and know nothing of storage. So the ledger follows the chain: whoever
 * wants to show it asks here, and what has changed since the last time is stored then, in one commit, be it one block,
 * the five hundred of a batch, or another branch.
 *
 * <p>Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private final Chain chain;
    private final ChainStore store;
    private final Consumer<StorageFailure> onFailure;
    private volatile Page stored;
    private boolean ended;

    /**
     * The chain at one moment.
     *
     * @param blocks genesis first; immutable
     * @param work in all of them together
     */
    public record Page(List<Block> blocks, BigInteger work) {
        /** The latest block. */
        public Block tip() {
            return last(blocks);
        }

        /** What we may say of it. */
        public Claim claim() {
            return Claim.of(blocks.size(), tip().hash(), work);
        }
    }

    /**
     * @param chain ours; all of it is stored
     * @param store where changes of it go
     * @param onFailure is told once, when something cannot be stored; from then on the chain seems to stand still
     */
    public Ledger(Chain chain, ChainStore store, Consumer<StorageFailure> onFailure) {
        this.chain = chain;
        this.store = store;
        this.onFailure = onFailure;
        this.stored = new Page(chain.blocks(), Work.of(chain.blocks()));
    }

    /** All blocks, genesis first: an immutable picture of this moment, and stored. */
    public List<Block> blocks() {
        return page().blocks();
    }

    /** All blocks and their work, as they are stored. */
    public Page page() {
        Page before = stored;
        return chain.tip() == before.tip() ? before : follow();
    }

    /** What is stored already, without storing anything for it: for whoever looks often and needs no more than that. */
    public Page stored() {
        return stored;
    }

    /** The latest block, stored. */
    public Block tip() {
        return page().tip();
    }

    private synchronized Page follow() {
        List<Block> before = stored.blocks();
        List<Block> now = chain.blocks();
        if (ended || last(now) == last(before)) {
            return stored;
        }
        int fork = forkHeight(before, now);
        List<Block> added = now.subList(fork, now.size());
        try {
            store.putAbove(fork, added);
            BigInteger dropped = Work.of(before.subList(fork, before.size()));
            stored = new Page(now, stored.work().subtract(dropped).add(Work.of(added)));
        } catch (StorageFailure e) {
            ended = true;
            onFailure.accept(e);
        }
        return stored;
    }

    /** Whether it follows the chain; it does not once something could not be stored. */
    public synchronized boolean follows() {
        return !ended;
    }

    /** Stores what is still to be stored, and follows no further. */
    @Override
    public synchronized void close() {
        follow();
        ended = true;
    }

    /** The height of the last block that two chains have in common. */
    public static int forkHeight(List<Block> one, List<Block> other) {
        int height = Math.min(one.size(), other.size());
        while (height > 1
                && !one.get(height - 1).hash().equals(other.get(height - 1).hash())) {
            height--;
        }
        return height;
    }

    private static Block last(List<Block> blocks) {
        return blocks.get(blocks.size() - 1);
    }
}
