package ingchain.server;

import java.io.IOException;
import java.net.Socket;

/** What a {@link PeerServer} does with a connection. */
@FunctionalInterface
public interface ConnectionHandler {
    /**
     * Talks to one peer, on a thread that no other peer uses. When it returns or throws, the connection is closed.
     *
     * @throws IOException where the connection fails, for example because the peer reset it
     */
    void handle(Socket connection) throws IOException;
}
