package ingchain.checkpoint;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes, when a checkpoint has ended, what it opened: the newest first, whether the checkpoint held or not. */
public final class Cleanup {
    private static final int PATIENCE_MILLIS = 1_000;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /**
     * Has something closed at the end. What its {@code close()} throws is ignored: closing is not what is judged here,
     * and a student may not have written it yet.
     *
     * @param closeable closing it twice must be harmless
     * @return the same
     */
    public synchronized <T extends AutoCloseable> T add(T closeable) {
        open.push(closeable);
        return closeable;
    }

    /** Closes everything; what is stuck in closing is left behind after a second. */
    void run() {
        for (AutoCloseable next = next(); next != null; next = next()) {
            close(next);
        }
    }

    private synchronized AutoCloseable next() {
        return open.poll();
    }

    private static void close(AutoCloseable closeable) {
        Thread closing = new Thread(() -> closeQuietly(closeable), "cleanup");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Throwable e) {
            // A student's close() may throw anything, ExerciseNotDone first of all; the checkpoint has been judged.
        }
    }
}
