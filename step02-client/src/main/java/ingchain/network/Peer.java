package ingchain.network;

import java.io.IOException;

/** The other end of a connection. It makes no difference who dialled whom. */
public interface Peer {
    /** Where it is, as HOST:PORT. */
    String address();

    /**
     * Sends one message and does not wait until it has arrived.
     *
     * @param message JSON text
     * @throws IOException where the connection is closed, or the peer has not taken what was sent before
     */
    void send(String message) throws IOException;

    /** Ends the connection; a second call does nothing. */
    void close();
}
