package ingchain.node.discovery;

import ingchain.program.HostPort;

/** Somebody whom we want to be connected with. Guarded by the {@link Dialler}. */
final class Target {
    final HostPort address;
    final boolean asked; // by our owner; such a target is never given up
    String resolved; // HOST:PORT of the connection, with an address for the host; null before the first call
    String name; // from its greeting, or null
    boolean calling;
    boolean told; // that nobody answers there
    long pauseMillis = Dialler.FIRST_PAUSE_MILLIS;
    long nextMillis;
    long connectedMillis; // since when, or 0

    Target(HostPort address, boolean asked) {
        this.address = address;
        this.asked = asked;
    }

    /** Nobody answers, or the connection is lost: the next call waits, and the one after that longer. */
    void postpone(long now) {
        nextMillis = now + pauseMillis;
        pauseMillis = Math.min(2 * pauseMillis, Dialler.LAST_PAUSE_MILLIS);
        connectedMillis = 0;
    }
}
