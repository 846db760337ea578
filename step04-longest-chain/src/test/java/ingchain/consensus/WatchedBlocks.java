package ingchain.consensus;

import ingchain.block.Block;
import java.util.AbstractList;
import java.util.List;

/** Blocks of a chain; whoever looks at the last of them does something by that. */
final class WatchedBlocks extends AbstractList<Block> {
    private final List<Block> blocks;
    private final Runnable lastLookedAt;

    WatchedBlocks(List<Block> blocks, Runnable lastLookedAt) {
        this.blocks = blocks;
        this.lastLookedAt = lastLookedAt;
    }

    @Override
    public Block get(int index) {
        if (index == blocks.size() - 1) {
            lastLookedAt.run();
        }
        return blocks.get(index);
    }

    @Override
    public int size() {
        return blocks.size();
    }
}
