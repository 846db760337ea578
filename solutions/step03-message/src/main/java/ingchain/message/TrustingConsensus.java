package ingchain.message;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.chain.Chain;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.UnspentOutputs;
import java.util.List;

/**
 * What the article does: a block is taken when its height and its time fit, and a chain when it is longer. Whether
 * anybody worked for it is not looked at, nor whether the hashes are right: a peer can make up whatever it likes.
 * Enough to see blocks travel.
 */
public final class TrustingConsensus implements Consensus {
    private final Ingchain ingchain;

    /** @param ingchain whose chain grows */
    public TrustingConsensus(Ingchain ingchain) {
        this.ingchain = ingchain;
    }

    @Override
    public boolean append(Block block) {
        Chain chain = ingchain.chain();
        synchronized (chain) {
            Block tip = chain.tip();
            if (block.height() != tip.height() + 1
                    || block.timestamp() < tip.timestamp()
                    || !block.previousHash().equals(tip.hash())) {
                return false;
            }
            try {
                chain.append(block);
            } catch (InvalidTransaction e) {
                return false;
            }
            ingchain.pool().refresh(List.of());
            return true;
        }
    }

    //> replace
    @Override
    public boolean replace(List<Block> blocks) {
        Chain chain = ingchain.chain();
        synchronized (chain) {
            if (blocks.size() <= chain.height() || !blocks.get(0).equals(Genesis.BLOCK)) {
                return false;
            }
            try {
                UnspentOutputs unspent = new UnspentOutputs();
                for (Block block : blocks.subList(1, blocks.size())) {
                    unspent.apply(block.height(), block.transactions(), chain.rules());
                }
                chain.replace(blocks, unspent);
            } catch (InvalidTransaction | IllegalArgumentException e) {
                return false;
            }
            ingchain.pool().refresh(List.of());
            return true;
        }
    }
    //< replace
}
