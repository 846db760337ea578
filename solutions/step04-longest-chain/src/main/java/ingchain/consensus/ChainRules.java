package ingchain.consensus;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.InvalidTransaction;
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
        //> 4.3 is a whole chain valid, its transactions included
        if (blocks.isEmpty() || !blocks.get(0).equals(Genesis.BLOCK)) {
            throw new InvalidBlock(Genesis.BLOCK, "a chain starts with the genesis block");
        }
        UnspentOutputs unspent = new UnspentOutputs();
        for (int i = 1; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            BlockRules.checkBlock(block);
            BlockRules.checkNext(blocks.subList(0, i), block);
            try {
                unspent.apply(block.height(), block.transactions(), transactionRules);
            } catch (InvalidTransaction e) {
                throw new InvalidBlock(block, e.getMessage());
            }
        }
        return unspent;
        //< 4.3
    }
}
