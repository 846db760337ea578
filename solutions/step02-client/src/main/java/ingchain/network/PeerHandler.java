package ingchain.network;

/**
 * What a network tells whoever uses it. For one peer the calls come one after the other: opened, then received as often
 * as something arrives, then closed. For different peers they may come at the same time.
 */
public interface PeerHandler {
    /**
     * There is a new connection.
     *
     * @return the peer to use from here on: the same one, or one wrapped around it
     */
    default Peer opened(Peer peer) {
        return peer;
    }

    /**
     * Something arrived.
     *
     * @param data the bytes just as they came: half a message, or three of them
     */
    void received(Peer peer, byte[] data);

    /** The connection has ended. Told exactly once. */
    default void closed(Peer peer) {}
}
