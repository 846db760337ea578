package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

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

    /**
     * Whether LongestChain makes of an offer what 4.4 says.
     *
     * @param ours the chain that it starts with
     * @param offer what it is asked to append, or to replace ours by
     * @param told of which new tips it is to tell, the last of which it follows then; none where nothing is to change
     */
    static boolean hold(TestChain ours, ForkChoice forkChoice, Consumer<LongestChain> offer, Block... told) {
        Ingchain ingchain = ours.ingchain();
        List<Block> newTips = new CopyOnWriteArrayList<>();
        try {
            offer.accept(new LongestChain(ingchain, forkChoice, newTips::add));
        } catch (RuntimeException e) {
            return false;
        }
        Block tip = told.length == 0 ? ours.tip() : told[told.length - 1];
        return ingchain.chain().tip().equals(tip) && newTips.equals(List.of(told));
    }
}
