package ingchain.node.chain;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.chain.Chain;
import ingchain.consensus.BlockRules;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.consensus.LongestChain;
import java.util.List;

/** Takes single blocks of peers. Whether one is valid is for step 4's {@link LongestChain} to say. */
public final class Intake {
    /** What became of a block. */
    public enum Outcome {
        /** It is our new tip. */
        APPENDED,
        /** It stands in our chain already. */
        KNOWN,
        /** It does not stand on our tip. */
        NOT_NEXT,
        /** It breaks the {@link FutureRule}. */
        TOO_EARLY
    }

    private final Chain chain;
    private final FutureRule futureRule;
    private final LongestChain consensus;

    /** @param ingchain whose chain grows */
    public Intake(Ingchain ingchain, ForkChoice forkChoice, FutureRule futureRule) {
        this.chain = ingchain.chain();
        this.futureRule = futureRule;
        this.consensus = new LongestChain(ingchain, forkChoice, tip -> {});
    }

    /** @throws InvalidBlock where it stands on our tip and breaks a rule */
    public Outcome take(Block block) throws InvalidBlock {
        List<Block> ours = chain.blocks();
        Block tip = ours.get(ours.size() - 1);
        if (!block.previousHash().equals(tip.hash())) {
            boolean known = block.height() >= 1
                    && block.height() <= ours.size()
                    && ours.get(block.height() - 1).hash().equals(block.hash());
            return known ? Outcome.KNOWN : Outcome.NOT_NEXT;
        }
        if (futureRule.isBroken(block)) {
            return Outcome.TOO_EARLY;
        }
        if (consensus.append(slim(block, tip))) {
            return Outcome.APPENDED;
        }
        synchronized (chain) {
            if (chain.tip() != tip) {
                return Outcome.NOT_NEXT; // another came first
            }
        }
        BlockRules.checkBlock(block);
        BlockRules.checkNext(ours, block);
        throw new InvalidBlock(block, "its transactions are valid");
    }

    /** The same block, with the texts that we have already: a long chain takes a fifth less memory. */
    private static Block slim(Block block, Block tip) {
        return block.version().equals(Genesis.VERSION)
                ? new Block(
                        Genesis.VERSION,
                        block.height(),
                        block.timestamp(),
                        tip.hash(),
                        block.merkleRoot(),
                        block.nonce(),
                        block.difficulty(),
                        block.transactions(),
                        block.text(),
                        block.hash())
                : block;
    }
}
