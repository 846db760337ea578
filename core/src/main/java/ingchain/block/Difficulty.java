package ingchain.block;

import java.util.List;

/**
 * How much work a block must show. Every tenth block looks back at how long the ten before it took: too quick, and the
 * work becomes harder; too slow, and it becomes easier. So the time between blocks stays about the same, however many
 * miners there are. The numbers are the original program's.
 */
public final class Difficulty {
    /** After how many blocks the difficulty is worked out anew. */
    public static final int ADJUSTMENT_INTERVAL = 10;

    /** How long ten blocks are meant to take, in milliseconds. */
    public static final long EXPECTED_MILLIS = 6_000;

    private Difficulty() {}

    /**
     * The difficulty of the block that comes next.
     *
     * @param chain the blocks from genesis up to the one below the new block; at least the genesis block
     * @param timestamp the new block's, in milliseconds
     * @return 0 or more
     */
    public static int expected(List<Block> chain, long timestamp) {
        int tipHeight = chain.size();
        return of(tipHeight + 1, timestamp, chain.get(adjustmentHeight(tipHeight) - 1));
    }

    /** The height of the block that the one on top of {@code tipHeight} is measured against: 1, 10, 20, ... */
    public static int adjustmentHeight(int tipHeight) {
        return tipHeight < ADJUSTMENT_INTERVAL ? 1 : tipHeight / ADJUSTMENT_INTERVAL * ADJUSTMENT_INTERVAL;
    }

    /**
     * @param height the new block's height
     * @param timestamp the new block's, in milliseconds
     * @param adjustment the block at {@link #adjustmentHeight}
     * @return 0 or more: the original can go below 0 and then fails, so this rule stops there
     */
    public static int of(int height, long timestamp, Block adjustment) {
        if (height < ADJUSTMENT_INTERVAL) {
            return 0;
        }
        if (height < 2 * ADJUSTMENT_INTERVAL) {
            return 1;
        }
        if (height % ADJUSTMENT_INTERVAL != 0) {
            return adjustment.difficulty();
        }
        long taken = timestamp - adjustment.timestamp();
        if (taken < EXPECTED_MILLIS / 2) {
            return adjustment.difficulty() + 1;
        }
        if (taken > EXPECTED_MILLIS * 2) {
            return Math.max(0, adjustment.difficulty() - 1);
        }
        return adjustment.difficulty();
    }
}
