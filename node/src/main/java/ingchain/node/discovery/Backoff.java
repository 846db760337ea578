package ingchain.node.discovery;

/**
 * How long to wait before somebody is called again who did not answer. A node that is gone for good is not called all the
 * time, and one that comes back is found soon.
 */
final class Backoff {
    /** Between two calls at first, in milliseconds; it doubles with each call that leads to nothing. */
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    /** Between two calls at the most, in milliseconds: a peer that comes back is found within half a minute. */
    private static final long LAST_PAUSE_MILLIS = 30_000;

    /** More would be longer than the longest pause. */
    private static final int MAX_DOUBLINGS = 10;

    private Backoff() {}

    /** How long to wait before the next call, in milliseconds, after one that led to nothing as so many before it. */
    static long pauseMillis(int callsBefore) {
        return Math.min(FIRST_PAUSE_MILLIS << Math.min(callsBefore, MAX_DOUBLINGS), LAST_PAUSE_MILLIS);
    }
}
