package ingchain.node.hostile;

import ingchain.node.FellowPeer;
import java.time.Duration;

/** Asks a node for its latest block again and again, from before an attack until after it. */
final class HonestPeer implements AutoCloseable {
    /** Every answer comes in this time, whatever others do. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Between two questions, in milliseconds: far less often than a peer may ask. */
    private static final int PAUSE_MILLIS = 40;

    private final FellowPeer peer;
    private final Thread thread = new Thread(this::askOn, "honest");
    private volatile boolean enough;
    private volatile Exception failure;
    private volatile Duration slowest = Duration.ZERO;

    HonestPeer(int port) throws Exception {
        peer = new FellowPeer(port);
        peer.isServed(); // it has come before the attacker
        thread.setDaemon(true);
        thread.start();
    }

    private void askOn() {
        try {
            while (!enough) {
                ask();
                Thread.sleep(PAUSE_MILLIS);
            }
            ask();
        } catch (Exception e) {
            failure = e;
        }
    }

    private void ask() throws Exception {
        long start = System.nanoTime();
        peer.isServed();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
    }

    /** Asks a last time, and tells how long the slowest answer took. */
    Duration slowestAnswer() throws Exception {
        enough = true;
        thread.join();
        if (failure != null) {
            throw new AssertionError("an honest peer got no answer", failure);
        }
        return slowest;
    }

    @Override
    public void close() throws Exception {
        enough = true;
        peer.close();
    }
}
