package ingchain.node.message;

import ingchain.consensus.ForkChoice;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Message {@code tip}: where a peer says that it stands. The messages of the steps compare heights, and where the most
 * work wins, the better chain may be the lower one; so the work is said, too. It is a claim and no more: it decides whom
 * we ask, and whoever cannot back it up is dropped.
 *
 * @param height of its latest block
 * @param hash of that block
 * @param work in all its blocks together, in decimal digits
 */
public record Claim(int height, String hash, String work) {
    /** The message's type. */
    public static final String TYPE = "tip";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** More digits than the work of any int of blocks, each of 256 bits, can have. */
    private static final Pattern WORK = Pattern.compile("[0-9]{1,90}");

    /** @throws IllegalArgumentException where a part of it is none */
    public Claim {
        if (height < 1
                || hash == null
                || !HASH.matcher(hash).matches()
                || work == null
                || !WORK.matcher(work).matches()) {
            throw new IllegalArgumentException("a tip has a height, a hash and a number for its work");
        }
    }

    /** The claim of a chain. */
    public static Claim of(int height, String hash, BigInteger work) {
        return new Claim(height, hash, work.toString());
    }

    /** Whether a chain of that height and work would be left for this one, were it true. */
    public boolean beats(int ourHeight, BigInteger ourWork, ForkChoice forkChoice) {
        return forkChoice == ForkChoice.LONGEST ? height > ourHeight : new BigInteger(work).compareTo(ourWork) > 0;
    }
}
