package ingchain.chain;

import ingchain.block.Block;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list of blocks. A list that is one block longer shares the array of the shorter one and sees one place
 * more of it, so a snapshot of the chain costs nothing and adding a block does not copy the others.
 */
final class BlockList extends AbstractList<Block> implements RandomAccess {
    private final Block[] array;
    private final int size;

    BlockList(List<Block> blocks) {
        this(blocks.toArray(Block[]::new), blocks.size());
    }

    private BlockList(Block[] array, int size) {
        this.array = array;
        this.size = size;
    }

    /**
     * Only the longest list on an array may be added to, and only by one thread at a time: {@link Chain} sees to it.
     */
    BlockList plus(Block block) {
        Block[] roomy = size < array.length ? array : Arrays.copyOf(array, Math.max(16, 2 * size));
        roomy[size] = block;
        return new BlockList(roomy, size + 1);
    }

    @Override
    public Block get(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
