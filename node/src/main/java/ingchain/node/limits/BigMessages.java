package ingchain.node.limits;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one long message be read at a time. A chain of 16 MiB becomes ten times as much while it is taken apart, and a
 * hundred peers that each send one would fill our memory together. Short messages do not wait.
 */
public final class BigMessages {
    /** Messages of more characters than this wait for each other: those of our own kind have about a million. */
    static final int BIG_CHARACTERS = 2_000_000;

    private final ReentrantLock lock = new ReentrantLock(true);

    /** The right to read a message, until it is closed. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until a message may be read. */
    public Turn await(String message) {
        if (message.length() <= BIG_CHARACTERS) {
            return () -> {};
        }
        lock.lock();
        return lock::unlock;
    }
}
