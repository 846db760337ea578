package ingchain.node.peer;

import ingchain.node.message.Claim;
import ingchain.node.message.Greeting;
import ingchain.program.HostPort;

/** What a peer has said of itself, and when it was heard. Nothing of it has been checked. Thread-safe. */
final class Profile {
    private final long sinceNanos = System.nanoTime();
    private volatile long heardNanos = sinceNanos;
    private volatile Long usefulNanos;
    private volatile NodePeer.Kind kind = NodePeer.Kind.UNKNOWN;
    private volatile Greeting greeting;
    private volatile Claim claim;
    private volatile Tip tip;

    /**
     * Notes what it has said.
     *
     * @return whether it has just turned out to be a node like this one
     */
    boolean heard(Heard message) {
        spoke();
        boolean first = kind == NodePeer.Kind.UNKNOWN;
        if (first) {
            greeting = message.greeting();
            kind = greeting == null ? NodePeer.Kind.ORIGINAL : NodePeer.Kind.INGCHAIN;
        }
        if (message.latest() != null) {
            tip = message.tip();
        }
        return first && kind == NodePeer.Kind.INGCHAIN;
    }

    /** Notes where it says that it stands. */
    void claims(Claim newer) {
        claim = newer;
        tip = new Tip(newer.height(), newer.hash());
    }

    /** Notes that it has said something. */
    void spoke() {
        heardNanos = System.nanoTime();
    }

    /** Notes that it has brought something new. */
    void wasUseful() {
        usefulNanos = System.nanoTime();
    }

    NodePeer.Kind kind() {
        return kind;
    }

    /** Null for anybody who is no node like this one. */
    Greeting greeting() {
        return greeting;
    }

    /** Null where there was none. */
    Claim claim() {
        return claim;
    }

    /** The latest block that it has shown or claimed to have, or null. */
    Tip tip() {
        return tip;
    }

    /** Where a peer at this host can be called, or null where it does not say. */
    HostPort listensAt(String host) {
        Greeting said = greeting;
        return said == null || said.port() == 0 ? null : new HostPort(host, said.port());
    }

    /** When it came, as {@link System#nanoTime} has it. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** When it was heard last, or else when it came. */
    long heardNanos() {
        return heardNanos;
    }

    /** When it brought something new last, or null. */
    Long usefulNanos() {
        return usefulNanos;
    }
}
