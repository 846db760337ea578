package ingchain.node.peer;

import ingchain.network.Peer;
import ingchain.network.SocketPeer;
import ingchain.node.chain.Ledger;
import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import java.io.IOException;

/** A connection that can be written to without anything to catch: one that fails is closed, and that is all. */
final class Wire {
    /**
     * A peer that has left this much unread gets no more, and is dropped. The attack: ask for blocks without end and
     * read none of them. A peer that reads has one answer of about 1 MB under way, or one whole chain of at most 16 MB,
     * which is a single message.
     */
    static final long MAX_QUEUED_BYTES = 4 * 1024 * 1024;

    private final Peer peer;
    private final Discipline discipline;
    private final Ledger ledger;
    private final Events events;
    private volatile boolean closed;

    /** @param ledger has stored all that it was told before anything is sent */
    Wire(Peer peer, Ledger ledger, Discipline discipline, Events events) {
        this.discipline = discipline;
        this.peer = peer;
        this.ledger = ledger;
        this.events = events;
    }

    /** Our chain, as far as a message may speak of it. */
    Ledger ledger() {
        return ledger;
    }

    String address() {
        return peer.address();
    }

    /** Sends what says nothing of our chain: it need not be stored for that. */
    void request(String message) {
        write(message);
    }

    void send(String message) {
        ledger.blocks(); // whatever the message says of our chain is stored now
        write(message);
    }

    private void write(String message) {
        if (closed) {
            return;
        }
        if (queued() > MAX_QUEUED_BYTES) {
            discipline.drop(peer, new Offence(Rule.READS, "it does not read what it is sent"));
            close();
            return;
        }
        try {
            peer.send(message);
        } catch (IOException e) {
            if (!closed) {
                events.tell("unsent", "peer", address(), "detail", e.getMessage());
            }
            close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    private long queued() {
        return peer instanceof SocketPeer socket ? socket.queuedBytes() : 0;
    }

    void close() {
        closed = true;
        peer.close();
    }
}
