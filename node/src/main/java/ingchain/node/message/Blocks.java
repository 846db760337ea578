package ingchain.node.message;

import ingchain.block.Block;
import java.util.List;

/**
 * Message {@code blocks}: the answer to {@link GetBlocks}.
 *
 * @param blocks those that follow, in order; empty where none does. Where headers were asked for, without transactions
 * @param more whether others follow the last of them
 */
public record Blocks(List<Block> blocks, boolean more) {
    /** The message's type. */
    public static final String TYPE = "blocks";

    /** Most blocks in one answer. Some hundred cost a fraction of a second; the time between two answers is lost. */
    public static final int MOST_BLOCKS = 500;

    /** Most headers in one answer: they are shorter. */
    public static final int MOST_HEADERS = 2_000;

    /**
     * Most transactions in one answer, but for those of its last block: about 1 MB. The asker must hold an answer whole.
     */
    public static final int MANY_TRANSACTIONS = 2_500;

    /** @throws NullPointerException where the list or one of its blocks is missing */
    public Blocks {
        blocks = List.copyOf(blocks);
    }

    /** Whether there is no room for another block. */
    public boolean isFull(boolean headers) {
        return blocks.size() >= (headers ? MOST_HEADERS : MOST_BLOCKS)
                || blocks.stream()
                                .mapToInt(block -> block.transactions().size())
                                .sum()
                        >= MANY_TRANSACTIONS;
    }
}
