package ingchain.node.relay;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a peer is known to have, by hash: it has sent it to us, or we to it. That is what ends a message's way through
 * the network, whatever its shape: nothing goes back to where it came from, and nothing goes to anybody twice.
 *
 * <p>Of each hash the first 64 bits are kept, and of the hashes the latest. Somebody who sends hashes without end makes
 * us forget what it knows, and gets to hear it twice.
 *
 * <p>Thread-safe.
 */
public final class Known {
    private static final int DIGITS = 16;

    private final int most;
    private final Set<Long> hashes = new LinkedHashSet<>();

    /** @param most how many are remembered */
    public Known(int most) {
        this.most = most;
    }

    /**
     * Remembers a hash.
     *
     * @param hash 64 hexadecimal digits; anything else is passed over
     * @return whether it was new
     */
    public synchronized boolean add(String hash) {
        Long key = key(hash);
        if (key == null || !hashes.add(key)) {
            return false;
        }
        if (hashes.size() > most) {
            Iterator<Long> oldest = hashes.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    /** Whether a hash is remembered. */
    public synchronized boolean contains(String hash) {
        return hashes.contains(key(hash));
    }

    private static Long key(String hash) {
        try {
            return Long.parseUnsignedLong(hash.substring(0, DIGITS), 16);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }
}
