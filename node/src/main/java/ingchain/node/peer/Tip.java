package ingchain.node.peer;

import ingchain.block.Block;
import java.util.List;

/**
 * A block that a peer says is its latest. Nothing about it has been checked.
 *
 * @param height whatever the peer says; there need not be such a block
 * @param hash whatever the peer says
 */
record Tip(int height, String hash) {
    static Tip of(Block block) {
        return new Tip(block.height(), block.hash());
    }

    /** Whether this block stands in a chain. */
    boolean isIn(List<Block> chain) {
        return height >= 1
                && height <= chain.size()
                && chain.get(height - 1).hash().equals(hash);
    }
}
