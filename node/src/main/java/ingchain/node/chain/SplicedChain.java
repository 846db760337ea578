package ingchain.node.chain;

import ingchain.block.Block;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A branch seen as a whole chain: the blocks of one chain up to a height, and others above it. Nothing is copied. */
final class SplicedChain extends AbstractList<Block> implements RandomAccess {
    private final List<Block> below;
    private final int fork;
    private final List<Block> above;

    /** @param fork the height of the last block that is taken from {@code below} */
    SplicedChain(List<Block> below, int fork, List<Block> above) {
        this.below = below;
        this.fork = fork;
        this.above = above;
    }

    @Override
    public Block get(int index) {
        Objects.checkIndex(index, size());
        return index < fork ? below.get(index) : above.get(index - fork);
    }

    @Override
    public int size() {
        return fork + above.size();
    }
}
