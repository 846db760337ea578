package ingchain.consensus;

import ingchain.block.Block;
import java.util.List;

/**
 * The student's rules of 4.1 and 4.2 by themselves. Where a later exercise judges a chain wrongly, they may be the
 * reason, and then the later exercise is not to blame.
 */
final class EarlierRules {
    /** The cause that is told then. */
    static final String TO_BLAME = "earlier-rules-are-wrong";

    private EarlierRules() {}

    /** Whether every block after the first keeps them. */
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
}
