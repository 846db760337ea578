package ingchain.node.peer;

import ingchain.network.Peer;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.relay.Known;
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
    private static final int KNOWN_TRANSFERS = 5_000;

    /**
     * A request of ours.
     *
     * @param request what was asked
     * @param asker whoever wants the answer
     */
    public record Asked(GetBlocks request, Object asker) {}

    private final Wire wire;
    private final Desk desk;
    private final Supplier<Greeting> greeting;
    private final Known blocks = new Known(KNOWN_BLOCKS);
    private final Known transfers = new Known(KNOWN_TRANSFERS);
    private final OriginalTalk asStranger;
    private final FellowTalk asFellow;
    private final Queue<Asked> open = new ConcurrentLinkedQueue<>();
    private Talk talk; // on the desk only
    private volatile Kind kind = Kind.UNKNOWN;
    private volatile Greeting theirGreeting;
    private volatile Claim claim;
    private volatile Tip tip;

    /**
     * Until the peer has greeted it gets what an original survives.
     *
     * @param greeting what we say first
     */
    NodePeer(Wire wire, Desk desk, Supplier<Greeting> greeting, OriginalTalk asStranger) {
        this.wire = wire;
        this.desk = desk;
        this.greeting = greeting;
        this.asStranger = asStranger;
        this.asFellow = new FellowTalk(wire, wire.ledger(), desk, blocks, transfers);
        this.talk = asStranger;
    }

    @Override
    public String address() {
        return wire.address();
    }

    /** What the peer runs, as far as we know. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is a node like this one. */
    public boolean isFellow() {
        return kind == Kind.INGCHAIN;
    }

    /** How a node like this one has greeted, or null. */
    public Greeting greeting() {
        return theirGreeting;
    }

    /** The latest block that the peer has shown or claimed to have, or null. */
    Tip tip() {
        return tip;
    }

    /** Where a node like this one says that it stands, or null. */
    public Claim claim() {
        return claim;
    }

    /** Notes where the peer says that it stands. */
    public void claims(Claim newer) {
        claim = newer;
        tip = new Tip(newer.height(), newer.hash());
        blocks.add(newer.hash());
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
        desk.soon(() -> talk.say(text));
    }

    /** Sends a message that only nodes like this one know, as it is and at once. */
    public void sendToFellow(String type, Object payload) {
        wire.send(Envelope.write(type, payload));
    }

    /**
     * Asks for blocks.
     *
     * @param asker is given back with the answer
     */
    public void ask(GetBlocks request, Object asker) {
        open.add(new Asked(request, asker));
        sendToFellow(GetBlocks.TYPE, request);
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
        boolean first = kind == Kind.UNKNOWN;
        if (first) {
            theirGreeting = message.greeting();
            kind = message.greeting() == null ? Kind.ORIGINAL : Kind.INGCHAIN;
        }
        if (message.latest() != null) {
            tip = message.tip();
            blocks.add(message.latest().hash());
        }
        if (message.transfer() != null) {
            transfers.add(message.transfer());
        }
        boolean turnsOutFellow = first && isFellow();
        desk.soon(() -> {
            if (turnsOutFellow) {
                talk = asFellow;
                asStranger.unsent().forEach(asFellow::say);
                asFellow.meet(waiting.get());
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
