package ingchain.node.peer;

/** Makes a connection's thread wait: then nothing is read from the peer, and its own system holds it back. */
final class Pause {
    /** Longest wait at once, in milliseconds: a node that closes is not kept from it. */
    private static final long LONGEST_MILLIS = 5_000;

    private Pause() {}

    static void millis(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(Math.min(millis, LONGEST_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
