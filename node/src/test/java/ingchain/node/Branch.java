package ingchain.node;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.transaction.InvalidTransaction;
import java.util.List;

/** Chains to start a test from. */
final class Branch {
    private static final String[] MINERS = {"a".repeat(40), "b".repeat(40), "c".repeat(40)};

    private Branch() {}

    /** A valid chain of that height. Two with different miners share the genesis block alone. */
    static List<Block> ofHeight(int height, int miner) {
        return onTopOf(new Ingchain().chain().blocks(), height, miner);
    }

    /** The same blocks, and then others up to that height. */
    static List<Block> onTopOf(List<Block> base, int height, int miner) {
        Ingchain ingchain = new Ingchain();
        grow(ingchain, base);
        while (ingchain.chain().height() < height) {
            ingchain.mine(MINERS[miner]);
        }
        return ingchain.chain().blocks();
    }

    /** Appends those blocks that a chain does not have yet. */
    static void grow(Ingchain ingchain, List<Block> blocks) {
        try {
            for (Block block : blocks.subList(ingchain.chain().height(), blocks.size())) {
                ingchain.chain().append(block);
            }
        } catch (InvalidTransaction e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A node with these blocks, connected with nobody. */
    static Node node(List<Block> blocks, NodeSettings settings) {
        Node node = new Node(settings);
        grow(node.ingchain(), blocks);
        return node;
    }

    static Node node(List<Block> blocks) {
        return node(blocks, NodeSettings.QUIET);
    }

    /** Whether each block stands on the one before it. */
    static boolean isLinked(List<Block> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            if (!blocks.get(i).previousHash().equals(blocks.get(i - 1).hash())) {
                return false;
            }
        }
        return true;
    }

    /** Mines a block for nobody in particular. */
    static Block mine(Node node) {
        return node.mine(MINERS[0]);
    }

    static Block tip(Node node) {
        return node.ingchain().chain().tip();
    }
}
