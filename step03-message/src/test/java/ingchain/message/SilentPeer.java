package ingchain.message;

import ingchain.network.Peer;

/** A peer that is only there to be passed on: whatever is sent to it is lost. */
record SilentPeer(String address) implements Peer {
    @Override
    public void send(String message) {}

    @Override
    public void close() {}
}
