package ingchain.consensus;

import ingchain.block.Block;
import java.util.List;

/**
 * What the student has written in earlier exercises, by itself. Where a later one judges a chain wrongly, they may be
 * the reason, and then the later one is not to blame.
 */
final class EarlierRules {
    /** The cause that is told then. */
    static final String TO_BLAME = "earlier-rules-are-wrong";

    private EarlierRules() {}

    /** Whether every block after the first keeps the rules of 4.1 and 4.2. */
    static boolean hold(List<Block> chain) {
        for (int i = 1; i < chain.size(); i++) {
            Block block = chain.get(i);
            List<Block> below = chain.subList(0, i);
            if (!Judge.passes(() -> BlockRules.checkBlock(block))
                    || !Judge.passes(() -> BlockRules.checkNext(below, block))) {
                return false;
            }
        }
        return true;
    }

    /** Whether 4.4 appends a valid block. */
    static boolean append(TestChain ours, Block next) {
        return longestChain(ours).append(next);
    }

    /** Whether 4.4 replaces a chain by a longer valid one. */
    static boolean replace(TestChain ours, TestChain longer) {
        return longestChain(ours).replace(longer.blocks());
    }

    private static LongestChain longestChain(TestChain ours) {
        return new LongestChain(ours.ingchain(), ForkChoice.LONGEST, tip -> {});
    }
}
