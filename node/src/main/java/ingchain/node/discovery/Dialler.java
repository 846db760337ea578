package ingchain.node.discovery;

import ingchain.network.P2PNetwork;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps up the connections that somebody asked for. A peer that does not answer is called again, at growing intervals;
 * so is one whose connection is lost.
 */
public final class Dialler implements AutoCloseable {
    /** Between two calls at first, in milliseconds; it doubles with each call that leads to nothing. */
    static final long FIRST_PAUSE_MILLIS = 1_000;

    /** Between two calls at the most, in milliseconds: a peer that comes back is found within half a minute. */
    static final long LAST_PAUSE_MILLIS = 30_000;

    /** How many peers are kept up at the most. Each costs a thread, because a call can take seconds to fail. */
    static final int MAX_PEERS = 100;

    /** How often a connection is looked at, in milliseconds. */
    private static final long LOOK_MILLIS = 500;

    private final P2PNetwork network;
    private final Consumer<String> notices;
    private final Set<HostPort> kept = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param notices takes a sentence when a peer cannot be reached, and when it then can */
    public Dialler(P2PNetwork network, Consumer<String> notices) {
        this.network = network;
        this.notices = notices;
    }

    /**
     * Calls a peer now, and from then on whenever it is not connected.
     *
     * @throws IOException where it does not answer now; it is not called again then
     */
    public void dial(HostPort peer) throws IOException {
        if (!isConnected(peer)) {
            network.connect(peer.host(), peer.port());
        }
        keep(peer, true);
    }

    /** Calls a peer whenever it is not connected, from now on. */
    public void keep(HostPort peer) {
        keep(peer, false);
    }

    private void keep(HostPort peer, boolean connected) {
        if (kept.size() < MAX_PEERS && kept.add(peer)) {
            Thread thread = new Thread(() -> keepUp(peer, connected), "dial " + peer);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void keepUp(HostPort peer, boolean connected) {
        long pause = FIRST_PAUSE_MILLIS;
        boolean reached = connected || reach(peer, true);
        while (true) {
            if (reached) {
                long since = System.nanoTime();
                waitUntilLost(peer);
                if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) > pause) {
                    pause = FIRST_PAUSE_MILLIS; // it was of use
                }
            }
            if (closesWithin(pause)) {
                return;
            }
            pause = Math.min(2 * pause, LAST_PAUSE_MILLIS);
            reached = reach(peer, reached);
        }
    }

    /**
     * @param tell whether somebody should hear of it where it cannot be reached: the first time, and not each time
     *     after that
     */
    private boolean reach(HostPort peer, boolean tell) {
        try {
            if (!isConnected(peer)) {
                network.connect(peer.host(), peer.port());
            }
            if (!tell) {
                notices.accept("Reached the peer at " + peer + ".");
            }
            return true;
        } catch (IOException e) {
            if (tell) {
                notices.accept(
                        "No peer answers at " + peer + ". Start one there, or go on without: this node keeps trying.");
            }
            return false;
        }
    }

    /**
     * A connection that was just made is not on the network's list at once, so it is lost only when it is missing
     * twice.
     */
    private void waitUntilLost(HostPort peer) {
        for (int missing = 0; missing < 2; missing = isConnected(peer) ? 0 : missing + 1) {
            if (closesWithin(LOOK_MILLIS)) {
                return;
            }
        }
    }

    /** Whether there is a connection with that very port: one that the peer dialled comes from another. */
    private boolean isConnected(HostPort peer) {
        try {
            InetAddress resolved = InetAddress.getByName(peer.host());
            String address = new HostPort(resolved.getHostAddress(), peer.port()).toString();
            return network.peers().stream()
                    .anyMatch(connected -> connected.address().equals(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean closesWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
