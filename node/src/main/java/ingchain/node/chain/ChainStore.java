package ingchain.node.chain;

import ingchain.block.Block;
import java.util.List;

/** Where a chain is kept so that it outlives the process. */
@FunctionalInterface
public interface ChainStore {
    /** Keeps nothing: the chain ends with the process. */
    ChainStore NONE = (height, blocks) -> {};

    /**
     * Keeps the stored blocks up to a height, and puts others in the place of those above. When this returns, the
     * change outlives the process; where the process is killed before, all of it is missing.
     *
     * @param height of the last stored block that stays, 1 or more
     * @param blocks those above it, in order
     * @throws StorageFailure where that cannot be done
     */
    void putAbove(int height, List<Block> blocks);
}
