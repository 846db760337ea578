package ingchain.message;

import ingchain.block.Block;
import java.util.List;

/**
 * Decides what becomes of blocks that a peer sends. In step 3 that is {@link TrustingConsensus}, which is as trusting
 * as the article; in step 4 you build one that can be left alone with strangers.
 */
public interface Consensus {
    /**
     * A peer has a block that may come next.
     *
     * @return true where it is the chain's new tip; false where nothing has changed
     */
    boolean append(Block block);

    /**
     * A peer has a whole chain, from genesis on.
     *
     * @return true where it has taken the place of ours; false where nothing has changed
     */
    boolean replace(List<Block> blocks);
}
