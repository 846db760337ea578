package ingchain.consensus;

import ingchain.block.Block;
import java.math.BigInteger;
import java.util.List;

/**
 * Which of two valid chains to follow. All nodes must choose alike, and none may change its mind for a chain that is
 * merely as good: otherwise they would never settle.
 */
@FunctionalInterface
public interface ForkChoice {
    /** More blocks win: the article's rule. */
    ForkChoice LONGEST = ForkChoice::isLonger;

    /** A hash has this many bits, so no block can show more zeros at its start. */
    int HASH_BITS = 256;

    /** More work wins: Bitcoin's rule. A long chain can be cheap, for somebody who lets the difficulty stay low. */
    ForkChoice MOST_WORK = ForkChoice::hasMoreWork;

    /**
     * @param candidate a peer's chain
     * @param ours the chain that we follow
     * @return whether to leave ours for the candidate; false on a tie
     */
    boolean prefers(List<Block> candidate, List<Block> ours);

    private static boolean isLonger(List<Block> candidate, List<Block> ours) {
        // Exercise 4.4, too.
        //> 4.4 replace ours by a longer valid chain
        return candidate.size() > ours.size();
        //< 4.4
    }

    private static boolean hasMoreWork(List<Block> candidate, List<Block> ours) {
        // Exercise 4.6, the bonus. A block of difficulty d took about 2 to the power of d hashes to find. Add them up
        // for both chains and compare. The sums get large: see BigInteger. These blocks are not checked yet, and may
        // state any difficulty: count no more than HASH_BITS.
        //> 4.6 most work instead of most blocks
        return work(candidate).compareTo(work(ours)) > 0;
        //< 4.6
    }

    // Exercise 4.6. A method that helps you has room here.
    //> 4.6 most work instead of most blocks
    //-
    private static BigInteger work(List<Block> blocks) {
        BigInteger work = BigInteger.ZERO;
        for (Block block : blocks) {
            // Nobody has checked these blocks yet: a peer may state a difficulty of two thousand million.
            int difficulty = Math.max(0, Math.min(block.difficulty(), HASH_BITS));
            work = work.add(BigInteger.ONE.shiftLeft(difficulty));
        }
        return work;
    }
    //< 4.6
}
