package ingchain.node.peer;

import ingchain.network.Peer;
import java.io.IOException;
import java.util.function.Consumer;

/** A connection that can be written to without anything to catch: one that fails is closed, and that is all. */
final class Wire {
    private final Peer peer;
    private final Consumer<String> log;
    private volatile boolean closed;

    Wire(Peer peer, Consumer<String> log) {
        this.peer = peer;
        this.log = log;
    }

    String address() {
        return peer.address();
    }

    void send(String message) {
        if (closed) {
            return;
        }
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
