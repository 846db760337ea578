package ingchain.node.peer;

import ingchain.network.Peer;
import ingchain.node.limits.Gate;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Rate;
import ingchain.node.limits.Slots;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.relay.Known;
import ingchain.program.HostPort;
import ingchain.transaction.Transaction;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A peer as the node sees it: what it has said of itself so far, and how to talk to it. */
public final class NodePeer implements Peer {
    /** What a peer runs. */
    public enum Kind {
        /** It has not said anything yet. */
        UNKNOWN,
        /** A node like this one. */
        INGCHAIN,
        /** The original program, or something else that does not greet as we do. */
        ORIGINAL
    }

    /** Block hashes that are remembered: those of the last minutes, which is when blocks make their way. */
    private static final int KNOWN_BLOCKS = 200;

    /** Transfer hashes that are remembered: a pool full of them. */
    private static final int KNOWN_TRANSFERS = PoolKeeper.MAX_TRANSFERS;

    /** Characters of blocks that it gets in a second, once it has had a burst: about 8000 blocks. */
    private static final int SERVED_PER_SECOND = 4 * 1024 * 1024;

    /** Characters of blocks that it gets as fast as it takes them: more than a hundred thousand blocks. */
    private static final int SERVED_BURST = 64 * 1024 * 1024;

    /**
     * A request of ours.
     *
     * @param request what was asked
     * @param asker whoever wants the answer
     */
    public record Asked(GetBlocks request, Object asker) {}

    private final Gate gate;
    private final Rate served = new Rate(SERVED_PER_SECOND, SERVED_BURST, System::nanoTime);
    private final boolean weCalled;
    private final String host;
    private final Profile profile = new Profile();
    private long askedSinceNanos; // by the watchman only
    private final Wire wire;
    private final Supplier<Greeting> greeting;
    private final Known blocks = new Known(KNOWN_BLOCKS);
    private final Known transfers = new Known(KNOWN_TRANSFERS);
    private final Conversation conversation;
    private final Queue<Asked> open = new ConcurrentLinkedQueue<>();

    /**
     * Until the peer has greeted it gets what an original survives.
     *
     * @param greeting what we say first
     * @param weCalled whether it was us who called
     */
    NodePeer(Wire wire, Desk desk, Supplier<Greeting> greeting, OriginalTalk asStranger, Gate gate, boolean weCalled) {
        this.gate = gate;
        this.weCalled = weCalled;
        this.host = HostPort.parse(wire.address()).host();
        this.wire = wire;
        this.greeting = greeting;
        FellowTalk asFellow = new FellowTalk(wire, wire.ledger(), desk, blocks, transfers);
        this.conversation = new Conversation(desk, asStranger, asFellow);
    }

    @Override
    public String address() {
        return wire.address();
    }

    /** Its host's address. */
    public String host() {
        return host;
    }

    /** Whether it was us who called. */
    public boolean weCalled() {
        return weCalled;
    }

    /** Where it can be called, or null where we do not know. */
    public HostPort listensAt() {
        return profile.listensAt(host);
    }

    /** What looks at each byte that it sends. */
    Gate gate() {
        return gate;
    }

    /** How long it has been silent, in milliseconds. */
    long silentMillis() {
        return (System.nanoTime() - profile.heardNanos()) / 1_000_000;
    }

    /** It has brought a block or a transfer that was new to us. */
    public void wasUseful() {
        profile.wasUseful();
    }

    /** What counts when somebody must give up a place. */
    Slots.Seat seat() {
        return new Slots.Seat(
                this, host, weCalled, kind() != Kind.UNKNOWN, profile.sinceNanos(), profile.usefulNanos());
    }

    /** What the peer runs, as far as we know. */
    public Kind kind() {
        return profile.kind();
    }

    /** Whether it is a node like this one. */
    public boolean isFellow() {
        return kind() == Kind.INGCHAIN;
    }

    /** How a node like this one has greeted, or null. */
    public Greeting greeting() {
        return profile.greeting();
    }

    /** The latest block that the peer has shown or claimed to have, or null. */
    Tip tip() {
        return profile.tip();
    }

    /** Where a node like this one says that it stands, or null. */
    public Claim claim() {
        return profile.claim();
    }

    /** Notes where the peer says that it stands. */
    public void claims(Claim newer) {
        profile.claims(newer);
        blocks.add(newer.hash());
    }

    /** Notes that it has said something. */
    void spoke() {
        profile.spoke();
    }

    /** Notes that the peer has a block. */
    public void hasBlock(String hash) {
        blocks.add(hash);
    }

    /** Notes that the peer has a transfer. */
    public void hasTransfer(String hash) {
        transfers.add(hash);
    }

    /** Sees to it that the peer gets what it needs to hear; that need not be this very message, nor at this moment. */
    @Override
    public void send(String message) {
        String text =
                MessageType.of(message).equals("latestBlock") ? greeting.get().text() : message;
        conversation.say(text);
    }

    /** The same, after all that is to be said before it: our greeting, when we have just met. */
    public void sendToFellowInTurn(String type, Object payload) {
        conversation.inTurn(() -> sendToFellow(type, payload));
    }

    /**
     * Sends a message that only nodes like this one know, as it is and at once; never before it knows that we are one.
     */
    public void sendToFellow(String type, Object payload) {
        wire.send(Envelope.write(type, payload));
    }

    /**
     * Sends something that it has asked for, and waits where it asks for more than its share: it is its own thread that
     * waits.
     */
    public void serve(String type, Object payload) {
        String text = Envelope.write(type, payload);
        wire.send(text);
        Pause.millis(served.take(text.length()));
    }

    /** Asks where it stands, so that it says something; once for each silence. */
    void askOnce() {
        if (askedSinceNanos != profile.heardNanos()) {
            askedSinceNanos = profile.heardNanos();
            conversation.ask();
        }
    }

    boolean isClosed() {
        return wire.isClosed();
    }

    /**
     * Asks for blocks.
     *
     * @param asker is given back with the answer
     */
    public void ask(GetBlocks request, Object asker) {
        open.add(new Asked(request, asker));
        gate.expectAnswer();
        wire.request(Envelope.write(GetBlocks.TYPE, request));
    }

    /** The oldest request for blocks that has no answer yet, which now has come; null where there is none. */
    public Asked answered() {
        return open.poll();
    }

    /**
     * Notes what the peer has said. The steps take the message after this.
     *
     * @param waiting gives the transfers that a node like this one is told of when we meet
     */
    void heard(Heard message, Supplier<List<Transaction>> waiting) {
        boolean turnsOutFellow = profile.heard(message);
        if (message.latest() != null) {
            blocks.add(message.latest().hash());
        }
        if (message.transfer() != null) {
            transfers.add(message.transfer());
        }
        if (turnsOutFellow) {
            conversation.met(message, waiting);
        } else {
            conversation.heard(message);
        }
    }

    /** Notes that the steps have taken a message. */
    void taken(Heard message) {
        conversation.taken(message);
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
