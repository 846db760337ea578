package ingchain.node.discovery;

import ingchain.program.HostPort;

/** Somebody whom we want to be connected with. Guarded by the {@link Dialler}. */
final class Target {
    /** A connection that stands this long was of use, in milliseconds; then the pauses are short again. */
    private static final long OF_USE_MILLIS = 10_000;

    final HostPort address;
    final boolean asked; // by our owner; such a target is never given up
    String resolved; // HOST:PORT of the connection, with an address for the host; null before the first call
    String name; // from its greeting, or null
    boolean calling;
    boolean told; // that nobody answers there
    int callsInVain; // since a connection was last of use
    long nextMillis;
    long connectedMillis; // since when, or 0

    Target(HostPort address, boolean asked) {
        this.address = address;
        this.asked = asked;
    }

    /** There is a connection at this moment. */
    void stands(long now) {
        if (connectedMillis == 0) {
            connectedMillis = now;
        } else if (now - connectedMillis > OF_USE_MILLIS) {
            callsInVain = 0;
        }
    }

    /** Nobody answers, or the connection is lost: the next call waits, and the one after that longer. */
    void postpone(long now) {
        nextMillis = now + Backoff.pauseMillis(callsInVain++);
        connectedMillis = 0;
    }
}
