package ingchain.node.chain;

import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
import java.math.BigInteger;
import java.util.List;

/**
 * How much work a chain shows, for what a node says of itself. Which chain to follow is not decided with this but by the
 * {@link ForkChoice} of step 4.
 */
public final class Work {
    private Work() {}

    /** About how many hashes it took to find these blocks. */
    public static BigInteger of(List<Block> blocks) {
        BigInteger work = BigInteger.ZERO;
        for (Block block : blocks) {
            int bits = Math.max(0, Math.min(block.difficulty(), ForkChoice.HASH_BITS));
            work = work.add(BigInteger.ONE.shiftLeft(bits));
        }
        return work;
    }
}
