package ingchain.node.message;

import ingchain.block.Block;
import java.math.BigInteger;
import java.util.Objects;

/**
 * Message {@code newBlock}: a block that its sender has just come to.
 *
 * @param block its latest
 * @param work as in {@link Claim}
 */
public record NewBlock(Block block, String work) {
    /** The message's type. */
    public static final String TYPE = "newBlock";

    /**
     * @throws NullPointerException where anything is missing
     * @throws IllegalArgumentException where block and work make no {@link Claim}
     */
    public NewBlock {
        Objects.requireNonNull(block, "a newBlock has a block");
        Objects.requireNonNull(work, "a newBlock has the work of its chain");
        new Claim(block.height(), block.hash(), work); // or else whoever asks for the claim would meet the exception
    }

    /** The message of a tip. */
    public static NewBlock of(Block tip, BigInteger work) {
        return new NewBlock(tip, work.toString());
    }

    /** What the sender says of its chain with it. */
    public Claim claim() {
        return new Claim(block.height(), block.hash(), work);
    }
}
