package ingchain.consensus;

import ingchain.block.Block;
import ingchain.block.Difficulty;
import ingchain.block.Genesis;
import ingchain.block.ProofOfWork;
import java.util.List;

/**
 * The rules that every block after genesis keeps. A block comes from a stranger and states many things about itself;
 * each is worked out again here.
 */
public final class BlockRules {
    private BlockRules() {}

    /**
     * The rules that a block keeps or breaks by itself, wherever it stands.
     *
     * @param block any but the genesis block
     * @throws InvalidBlock where one is broken
     */
    public static void checkBlock(Block block) throws InvalidBlock {
        // The parts of a header are hashed with nothing between them. Without this rule, version "1.0.0" at height 11
        // could pass
        // for version "1.0.01" at height 1, with one and the same hash.
        require(block, block.version().equals(Genesis.VERSION), "its version is " + Genesis.VERSION);
        require(block, !block.transactions().isEmpty(), "it has at least a coinbase");
        // Exercise 4.1. Three rules, each with require(block, ..., "..."): the block states its own hash; the hash
        // shows the work of the difficulty that the block states; and the block states the merkle root of its
        // transactions.
        //> 4.1 is this block valid: hash, work, merkle root
        require(block, block.hash().equals(block.computeHash()), "its hash is that of its header");
        require(
                block,
                ProofOfWork.meets(block.hash(), block.difficulty()),
                "its hash starts with " + block.difficulty() + " zero bits");
        require(
                block,
                block.merkleRoot().equals(block.computeMerkleRoot()),
                "its merkle root is that of its transactions");
        //< 4.1
    }

    /**
     * The rules that a block keeps or breaks by where it stands.
     *
     * @param chain the blocks below it, from genesis on; at least that one
     * @throws InvalidBlock where one is broken
     */
    public static void checkNext(List<Block> chain, Block block) throws InvalidBlock {
        // Exercise 4.2. Four rules: the block is one higher than the tip; it names the tip's hash as the previous one;
        // it is not older than the tip; and its difficulty is the one that Difficulty.expected(...) gives, not one that
        // it chose itself.
        //> 4.2 is it the next one: height, previous hash, time, difficulty
        Block tip = chain.get(chain.size() - 1);
        require(block, block.height() == tip.height() + 1, "it is one higher than the tip, block " + tip.height());
        require(block, block.previousHash().equals(tip.hash()), "it names the hash of the block below it");
        require(block, block.timestamp() >= tip.timestamp(), "it is not older than the block below it");
        int difficulty = Difficulty.expected(chain, block.timestamp());
        require(block, block.difficulty() == difficulty, "its difficulty is " + difficulty);
        //< 4.2
    }

    private static void require(Block block, boolean holds, String rule) throws InvalidBlock {
        if (!holds) {
            throw new InvalidBlock(block, rule);
        }
    }
}
