package ingchain.block;

import ingchain.crypto.MerkleRoot;
import ingchain.crypto.Sha256;
import ingchain.transaction.Transaction;
import java.util.List;
import java.util.Objects;

/**
 * One block of the chain, just as it is sent. A block <em>states</em> its hash, its merkle root and its difficulty;
 * nothing here says that they are right. Whoever takes a block from a peer computes them again and compares.
 *
 * @param version always {@link Genesis#VERSION}
 * @param height 1 for the genesis block, and one more for each block after it
 * @param timestamp when it was made: seconds since 1970 in the genesis block, milliseconds in every other
 * @param previousHash the hash of the block below, 64 hexadecimal digits; this is what makes a chain of the blocks
 * @param merkleRoot stands for the transactions, 64 upper-case hexadecimal digits
 * @param nonce the number that a miner varied until the hash was good enough
 * @param difficulty with how many zero bits the hash has to start
 * @param transactions the coinbase first; empty in the genesis block, never null
 * @param text what the genesis block says instead of transactions; null in every other block
 * @param hash the block's name, 64 lower-case hexadecimal digits
 */
public record Block(
        String version,
        int height,
        long timestamp,
        String previousHash,
        String merkleRoot,
        long nonce,
        int difficulty,
        List<Transaction> transactions,
        String text,
        String hash) {

    /** @throws NullPointerException where anything but {@code text} is null */
    public Block {
        Objects.requireNonNull(version, "a block has a version");
        Objects.requireNonNull(previousHash, "a block has a previousHash");
        Objects.requireNonNull(merkleRoot, "a block has a merkleRoot");
        Objects.requireNonNull(hash, "a block has a hash");
        transactions = List.copyOf(transactions);
    }

    //> hash
    /** The text whose SHA-256 is the block's hash: numbers in decimal, nothing between the parts. */
    public String headerText() {
        return version + height + timestamp + merkleRoot + previousHash + difficulty + nonce;
    }

    /** The hash that this block ought to state, worked out afresh; 64 lower-case hexadecimal digits. */
    public String computeHash() {
        return Sha256.hex(headerText());
    }
    //< hash

    /**
     * The merkle root that this block ought to state, worked out afresh from the stated hashes of its transactions. The
     * genesis block's stated root is a constant that no rule gives, so it must not be asked.
     *
     * @throws IllegalArgumentException where the block has no transactions
     */
    public String computeMerkleRoot() {
        return MerkleRoot.of(transactions.stream().map(Transaction::hash).toList());
    }

    /** This block with another nonce, and the hash that belongs to it. */
    public Block withNonce(long other) {
        Block block = new Block(
                version, height, timestamp, previousHash, merkleRoot, other, difficulty, transactions, text, hash);
        return block.withHash(block.computeHash());
    }

    /** This block, stating another hash. */
    public Block withHash(String other) {
        return new Block(
                version, height, timestamp, previousHash, merkleRoot, nonce, difficulty, transactions, text, other);
    }
}
