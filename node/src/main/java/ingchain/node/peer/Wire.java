package ingchain.node.peer;

import ingchain.network.Peer;
import ingchain.node.chain.Ledger;
import java.io.IOException;
import java.util.function.Consumer;

/** A connection that can be written to without anything to catch: one that fails is closed, and that is all. */
final class Wire {
    private final Peer peer;
    private final Ledger ledger;
    private final Consumer<String> log;
    private volatile boolean closed;

    /** @param ledger has stored all that it was told before anything is sent */
    Wire(Peer peer, Ledger ledger, Consumer<String> log) {
        this.peer = peer;
        this.ledger = ledger;
        this.log = log;
    }

    /** Our chain, as far as a message may speak of it. */
    Ledger ledger() {
        return ledger;
    }

    String address() {
        return peer.address();
    }

    void send(String message) {
        if (closed) {
            return;
        }
        ledger.blocks(); // whatever the message says of our chain is stored now
        try {
            peer.send(message);
        } catch (IOException e) {
            if (!closed) {
                log.accept("[!] " + e.getMessage());
            }
            close();
        }
    }

    void close() {
        closed = true;
        peer.close();
    }
}
