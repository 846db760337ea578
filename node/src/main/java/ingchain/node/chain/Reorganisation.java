package ingchain.node.chain;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.consensus.BlockRules;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.UnspentOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves our branch for a better one.
 *
 * <p>Step 4 checks a chain that wins from the genesis block on. Here only the branch is checked, block by block and by
 * the same rules; what it stands on was checked when it came. The outputs that are unspent at the fork are worked out
 * from the blocks below it, without checking these again; that takes about a microsecond for each.
 */
public final class Reorganisation {
    private final Ingchain ingchain;
    private final Chain chain;
    private final ForkChoice forkChoice;

    /** @param ingchain whose chain changes, and whose pool gets the transfers of the blocks that are dropped */
    public Reorganisation(Ingchain ingchain, ForkChoice forkChoice) {
        this.ingchain = ingchain;
        this.chain = ingchain.chain();
        this.forkChoice = forkChoice;
    }

    /**
     * Whether a branch is better than what we have above the fork. What both have in common counts the same on both
     * sides and is left out, but for the one block that keeps the lists from being empty.
     */
    public boolean isBetter(int fork, List<Block> branch) {
        return isBetter(chain.blocks(), fork, branch);
    }

    private boolean isBetter(List<Block> ours, int fork, List<Block> branch) {
        List<Block> common = ours.subList(fork - 1, fork);
        return forkChoice.prefers(new SplicedChain(common, 1, branch), ours.subList(fork - 1, ours.size()));
    }

    /**
     * Checks a branch, and follows it where it is better.
     *
     * @param fork the height of the block of ours that it stands on
     * @param branch at least one block
     * @return whether our chain is now this branch
     * @throws InvalidBlock where the branch breaks a rule: nothing has changed
     */
    public boolean follow(int fork, List<Block> branch) throws InvalidBlock {
        List<Block> ours = chain.blocks();
        if (!isStillThere(ours, fork, branch) || !isBetter(ours, fork, branch)) {
            return false;
        }
        for (int i = 0; i < branch.size(); i++) {
            BlockRules.checkBlock(branch.get(i));
            BlockRules.checkNext(new SplicedChain(ours, fork, branch.subList(0, i)), branch.get(i));
        }
        UnspentOutputs unspent = unspentAfter(ours.subList(1, fork), branch);
        synchronized (chain) {
            List<Block> now = chain.blocks();
            if (!isStillThere(now, fork, branch) || !isBetter(now, fork, branch)) {
                return false; // ours has changed meanwhile
            }
            chain.replace(new SplicedChain(now, fork, branch), unspent);
            ingchain.pool().refresh(transfersOf(now.subList(fork, now.size())));
        }
        return true;
    }

    private static boolean isStillThere(List<Block> ours, int fork, List<Block> branch) {
        return fork <= ours.size()
                && ours.get(fork - 1).hash().equals(branch.get(0).previousHash());
    }

    private UnspentOutputs unspentAfter(List<Block> checked, List<Block> branch) throws InvalidBlock {
        UnspentOutputs unspent = new UnspentOutputs();
        checked.forEach(block -> unspent.replay(block.transactions()));
        for (Block block : branch) {
            try {
                unspent.apply(block.height(), block.transactions(), chain.rules());
            } catch (InvalidTransaction e) {
                throw new InvalidBlock(block, e.getMessage());
            }
        }
        return unspent;
    }

    /** Those of blocks that we drop. Not the coinbases: a reward is gone with its block. */
    private static List<Transaction> transfersOf(List<Block> dropped) {
        List<Transaction> transfers = new ArrayList<>();
        for (Block block : dropped) {
            transfers.addAll(
                    block.transactions().subList(1, block.transactions().size()));
        }
        return transfers;
    }
}
