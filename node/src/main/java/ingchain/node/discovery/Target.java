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
    int callsInVain; // since a connection was last of use
    long nextMillis;
    long connectedMillis; // since when, or 0

    Target(HostPort address, boolean asked) {
        this.address = address;
        this.asked = asked;
    }

    /** Nobody answers, or the connection is lost: the next call waits, and the one after that longer. */
    void postpone(long now) {
        nextMillis = now + Dialler.pauseMillis(callsInVain++);
        connectedMillis = 0;
    }
}
