package ingchain.consensus;

import ingchain.block.Block;
import ingchain.exercise.ExerciseNotDone;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutputs;
import java.util.List;

/** The rules of a whole chain. */
public final class ChainRules {
    private final TransactionRules transactionRules;

    /** @param transactionRules which transactions are valid */
    public ChainRules(TransactionRules transactionRules) {
        this.transactionRules = transactionRules;
    }

    /**
     * Checks a chain from its first block to its last.
     *
     * @param blocks as a peer sent them; may be empty
     * @return what is unspent after the last block
     * @throws InvalidBlock where a rule is broken: by the first block, which must be our genesis block; by a block
     *     itself or where it stands; or by one of its transactions
     */
    public UnspentOutputs check(List<Block> blocks) throws InvalidBlock {
        // Exercise 4.3. The first block must be Genesis.BLOCK, all of it and not just its hash. Then go up: check each
        // block by the rules of 4.1 and 4.2 (blocks.subList(0, i) is the chain below it), and let new UnspentOutputs()
        // apply its transactions.
        throw new ExerciseNotDone("4.3 is a whole chain valid, its transactions included");
    }
}
