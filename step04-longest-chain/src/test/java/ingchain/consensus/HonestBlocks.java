package ingchain.consensus;

import ingchain.block.Block;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutput;
import ingchain.transaction.UnspentOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks that were honestly mined, each with what is unspent after it. Where nobody lies, no other can be in a
 * chain; so this tells what is valid without asking the student's rules.
 */
final class HonestBlocks {
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<String, UnspentOutputs> unspent = new HashMap<>();

    /** A chain that somebody starts with. */
    void add(TestChain chain) {
        for (int height = 1; height <= chain.height(); height++) {
            TestChain part = chain.upTo(height);
            blocks.put(part.tip().hash(), part.tip());
            unspent.put(part.tip().hash(), part.unspent());
        }
    }

    /** A block that was mined, by the given code, on top of a chain. */
    void mined(List<Block> below, Block block) {
        UnspentOutputs after = new UnspentOutputs(unspent.get(tip(below).hash()));
        try {
            after.apply(block.height(), block.transactions(), TransactionRules.STRICT);
        } catch (InvalidTransaction e) {
            throw new IllegalStateException("a block was mined that is not valid", e);
        }
        blocks.put(block.hash(), block);
        unspent.put(block.hash(), after);
    }

    /** What is wrong with a chain, such as "block 3 is not the one that was mined"; null where nothing is. */
    String fault(List<Block> chain) {
        for (int i = 0; i < chain.size(); i++) {
            Block block = chain.get(i);
            if (!block.equals(blocks.get(block.hash()))) {
                return "nobody has mined its block " + block.height();
            }
            if (i > 0 && !block.previousHash().equals(chain.get(i - 1).hash())) {
                return "its block " + block.height() + " does not stand on the one before it";
            }
        }
        return null;
    }

    /** What is unspent after a chain of honest blocks. */
    List<UnspentOutput> unspentAfter(List<Block> chain) {
        return unspent.get(tip(chain).hash()).all();
    }

    private static Block tip(List<Block> chain) {
        return chain.get(chain.size() - 1);
    }
}
