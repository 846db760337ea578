package ingchain.node.peer;

import ingchain.network.Peer;

/** A peer as the steps see it. They hang up where they refuse a message, and this notes that they did. */
final class StepsPeer implements Peer {
    private final NodePeer peer;
    private volatile boolean refused;

    StepsPeer(NodePeer peer) {
        this.peer = peer;
    }

    @Override
    public String address() {
        return peer.address();
    }

    @Override
    public void send(String message) {
        peer.send(message);
    }

    @Override
    public void close() {
        refused = true;
        peer.close();
    }

    /** Whether the steps have hung up. */
    boolean isRefused() {
        return refused;
    }

    @Override
    public String toString() {
        return address();
    }
}
