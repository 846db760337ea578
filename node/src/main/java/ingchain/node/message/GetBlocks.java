package ingchain.node.message;

import ingchain.block.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Message {@code getBlocks}: a request for the blocks that follow. It names some of the asker's own blocks, from the tip
 * down, close together at first and then farther and farther apart, with the genesis block last: a locator. Whoever
 * answers takes the first one that stands in its chain, too, and so a fork is found in one question, however long the
 * chains are.
 *
 * @param locator hashes, highest block first; 1 to {@value #MOST_HASHES}
 * @param headers whether blocks without their transactions are wanted
 */
public record GetBlocks(List<String> locator, boolean headers) {
    /** The message's type. */
    public static final String TYPE = "getBlocks";

    /** Enough for a chain of two thousand million blocks: ten, and one for each doubling. */
    public static final int MOST_HASHES = 44;

    private static final int DENSE = 10;

    /** @throws IllegalArgumentException where there are none or too many */
    public GetBlocks {
        locator = List.copyOf(locator);
        if (locator.isEmpty() || locator.size() > MOST_HASHES) {
            throw new IllegalArgumentException("a locator has 1 to " + MOST_HASHES + " hashes");
        }
    }

    /** A request for what follows one block. */
    public static GetBlocks after(String hash, boolean headers) {
        return new GetBlocks(List.of(hash), headers);
    }

    /** A request for what follows the last block that somebody has in common with this chain. */
    public static GetBlocks above(List<Block> chain) {
        List<String> hashes = new ArrayList<>();
        int step = 1;
        for (int height = chain.size(); height > 1; height -= step) {
            hashes.add(chain.get(height - 1).hash());
            if (hashes.size() >= DENSE) {
                step *= 2;
            }
        }
        hashes.add(chain.get(0).hash());
        return new GetBlocks(hashes, false);
    }
}
