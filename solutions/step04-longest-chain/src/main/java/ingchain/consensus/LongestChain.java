package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.message.Consensus;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.UnspentOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Follows the best valid chain that it has seen. Every node decides for itself and by the same rules, and so all of
 * them end on the same chain without anybody being in charge.
 */
public final class LongestChain implements Consensus {
    private final Ingchain ingchain;
    private final Chain chain;
    private final ChainRules chainRules;
    private final ForkChoice forkChoice;
    private final Consumer<Block> newTip;

    /**
     * @param ingchain whose chain follows, and whose pool keeps up with it
     * @param forkChoice which of two valid chains to follow
     * @param newTip is told the tip after each change, when no lock is held
     */
    public LongestChain(Ingchain ingchain, ForkChoice forkChoice, Consumer<Block> newTip) {
        this.ingchain = ingchain;
        this.chain = ingchain.chain();
        this.chainRules = new ChainRules(chain.rules());
        this.forkChoice = forkChoice;
        this.newTip = newTip;
    }

    @Override
    public boolean append(Block block) {
        // Exercise 4.4. Where the block keeps the rules of 4.1 and 4.2 on top of our chain, append it, and refresh the
        // pool (ingchain.pool().refresh(List.of()): what the block holds need not wait any longer). All of that is one
        // step for other threads: synchronized (chain). Then, without the lock, tell newTip. A block that breaks a rule
        // changes nothing.
        //> 4.4 replace ours by a longer valid chain
        try {
            synchronized (chain) {
                BlockRules.checkBlock(block);
                BlockRules.checkNext(chain.blocks(), block);
                chain.append(block);
                ingchain.pool().refresh(List.of());
            }
        } catch (InvalidBlock | InvalidTransaction e) {
            return false;
        }
        newTip.accept(block);
        return true;
        //< 4.4
    }

    @Override
    public boolean replace(List<Block> blocks) {
        // Exercise 4.4, too. First the cheap question, without the lock: does forkChoice prefer these blocks to ours?
        // Then the long one: are they valid (chainRules)? Then, with the lock: does forkChoice still prefer them (ours
        // may have grown), and if so, chain.replace(...), and refresh the pool with the transactions of the blocks that
        // we drop: people paid with them, and they still want to. Last, without the lock, tell newTip.
        //> 4.4 replace ours by a longer valid chain
        if (!forkChoice.prefers(blocks, chain.blocks())) {
            return false;
        }
        UnspentOutputs unspent;
        try {
            unspent = chainRules.check(blocks);
        } catch (InvalidBlock e) {
            return false;
        }
        synchronized (chain) {
            List<Block> ours = chain.blocks();
            if (!forkChoice.prefers(blocks, ours)) {
                return false;
            }
            chain.replace(blocks, unspent);
            ingchain.pool().refresh(transfersOnlyIn(ours, blocks));
        }
        newTip.accept(blocks.get(blocks.size() - 1));
        return true;
        //< 4.4
    }

    // Exercise 4.4. A method that helps you has room here.
    //> 4.4 replace ours by a longer valid chain
    //-
    private static List<Transaction> transfersOnlyIn(List<Block> ours, List<Block> theirs) {
        Set<String> kept = theirs.stream().map(Block::hash).collect(Collectors.toSet());
        List<Transaction> transfers = new ArrayList<>();
        for (Block block : ours) {
            if (!kept.contains(block.hash())) {
                List<Transaction> all = block.transactions();
                transfers.addAll(all.subList(1, all.size())); // not the coinbase: its reward is gone with its block
            }
        }
        return transfers;
    }
    //< 4.4
}
