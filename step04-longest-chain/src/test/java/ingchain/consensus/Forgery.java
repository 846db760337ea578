package ingchain.consensus;

import ingchain.block.Block;
import ingchain.block.ProofOfWork;
import ingchain.crypto.MerkleRoot;
import ingchain.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A block to be changed in one respect. {@link #mined} makes the hash fit again and finds the work that it states, so
 * that nothing else is wrong with it.
 */
final class Forgery {
    private final Block original;
    private String version;
    private int height;
    private long timestamp;
    private String previousHash;
    private String merkleRoot;
    private int difficulty;
    private List<Transaction> transactions;
    private String text;

    private Forgery(Block block) {
        original = block;
        version = block.version();
        height = block.height();
        timestamp = block.timestamp();
        previousHash = block.previousHash();
        merkleRoot = block.merkleRoot();
        difficulty = block.difficulty();
        transactions = block.transactions();
        text = block.text();
    }

    static Forgery of(Block block) {
        return new Forgery(block);
    }

    Forgery version(String other) {
        version = other;
        return this;
    }

    Forgery height(int other) {
        height = other;
        return this;
    }

    Forgery timestamp(long other) {
        timestamp = other;
        return this;
    }

    Forgery previousHash(String other) {
        previousHash = other;
        return this;
    }

    Forgery merkleRoot(String other) {
        merkleRoot = other;
        return this;
    }

    Forgery difficulty(int other) {
        difficulty = other;
        return this;
    }

    Forgery text(String other) {
        text = other;
        return this;
    }

    /** Other transactions, and the merkle root left as it is. */
    Forgery transactionsUnderOldRoot(List<Transaction> others) {
        transactions = others;
        return this;
    }

    /** Other transactions, and the merkle root that belongs to them. */
    Forgery transactions(List<Transaction> others) {
        transactions = others;
        merkleRoot = MerkleRoot.of(others.stream().map(Transaction::hash).toList());
        return this;
    }

    /** With the nonce and the hash of the original. */
    Block underOldHash() {
        return new Block(
                version,
                height,
                timestamp,
                previousHash,
                merkleRoot,
                original.nonce(),
                difficulty,
                transactions,
                text,
                original.hash());
    }

    /** With the right hash, which shows the work of the stated difficulty. */
    Block mined() {
        return minedUntil(hash -> ProofOfWork.meets(hash, difficulty));
    }

    /** With the right hash, and one that the checkpoint likes. */
    Block minedUntil(Predicate<String> likes) {
        Block block = underOldHash();
        long nonce = 0;
        do {
            block = block.withNonce(nonce++);
        } while (!likes.test(block.hash()));
        return block;
    }

    /** A chain in which a block was exchanged, and those above it made to stand on that one. */
    static List<Block> chainWith(List<Block> chain, Block exchanged) {
        int at = exchanged.height() - 1;
        List<Block> blocks = new ArrayList<>(chain.subList(0, at));
        blocks.add(exchanged);
        for (Block above : chain.subList(at + 1, chain.size())) {
            String below = blocks.get(blocks.size() - 1).hash();
            blocks.add(of(above).previousHash(below).mined());
        }
        return blocks;
    }
}
