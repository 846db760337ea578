package ingchain.node.peer;

import ingchain.network.Peer;

/** A peer as the node sees it: what it has said of itself so far, and how to talk to it. */
final class NodePeer implements Peer {
    /** What a peer runs. */
    enum Kind {
        /** It has not said anything yet. */
        UNKNOWN,
        /** A node like this one. */
        INGCHAIN,
        /** The original program, or something else that does not greet as we do. */
        ORIGINAL
    }

    private final Wire wire;
    private final Desk desk;
    private final OriginalTalk asStranger;
    private final FellowTalk asFellow;
    private Talk talk; // on the desk only
    private volatile Kind kind = Kind.UNKNOWN;
    private volatile Tip tip;

    /** Until the peer has greeted it gets what an original survives. */
    NodePeer(Wire wire, Desk desk, OriginalTalk asStranger, FellowTalk asFellow) {
        this.wire = wire;
        this.desk = desk;
        this.asStranger = asStranger;
        this.asFellow = asFellow;
        this.talk = asStranger;
    }

    @Override
    public String address() {
        return wire.address();
    }

    /** What the peer runs, as far as we know. */
    Kind kind() {
        return kind;
    }

    /** The latest block that the peer has shown, or null. */
    Tip tip() {
        return tip;
    }

    /** Sees to it that the peer gets what it needs to hear; that need not be this very message, nor at this moment. */
    @Override
    public void send(String message) {
        desk.soon(() -> talk.say(message));
    }

    /** Notes what the peer has said. The steps take the message after this. */
    void heard(Heard message) {
        boolean first = kind == Kind.UNKNOWN;
        if (first) {
            kind = message.ofOurKind() ? Kind.INGCHAIN : Kind.ORIGINAL;
        }
        if (message.tip() != null) {
            tip = message.tip();
        }
        boolean turnsOutFellow = first && kind == Kind.INGCHAIN;
        desk.soon(() -> {
            if (turnsOutFellow) {
                talk = asFellow;
                asStranger.unsent().forEach(asFellow::say);
            }
            talk.heard(message);
        });
    }

    /** Notes that the steps have taken a message. */
    void taken(Heard message) {
        desk.soon(() -> talk.taken(message));
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return address();
    }
}
