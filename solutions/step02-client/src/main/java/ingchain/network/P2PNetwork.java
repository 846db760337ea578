package ingchain.network;

import ingchain.server.PeerServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The peers that this node is connected with. A node listens and dials, and once a connection stands there is no
 * difference any more: both ends greet, both ask, both answer. That is what "peer to peer" means.
 */
public final class P2PNetwork implements AutoCloseable {
    /** What both ends say first: show me your latest block. */
    public static final String GREETING = "{\"type\":\"latestBlock\",\"payload\":{}}";

    /**
     * How long to wait for an answer to a call, in milliseconds, where nothing else is said. A call that gets lost is
     * repeated by the system after one second (RFC 6298), so this leaves room for one that does.
     */
    public static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    private final PeerHandler handler;
    private final String greeting;
    private final int connectTimeoutMillis;
    private final Consumer<String> log;
    private final PeerServer server;

    // Exercise 2.2. Keep the peers here. Connections come and go on many threads at the same time.
    //> 2.2 remember peers
    //-
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    //< 2.2

    /**
     * @param handler is told of connections and of what arrives on them
     * @param greeting is sent to each peer first
     * @param log takes one line for each thing that a person may want to know
     */
    public P2PNetwork(PeerHandler handler, String greeting, Consumer<String> log) {
        this(handler, greeting, CONNECT_TIMEOUT_MILLIS, log);
    }

    /** The same with another limit on how long {@link #connect} waits, in milliseconds. */
    P2PNetwork(PeerHandler handler, String greeting, int connectTimeoutMillis, Consumer<String> log) {
        this.handler = handler;
        this.greeting = greeting;
        this.connectTimeoutMillis = connectTimeoutMillis;
        this.log = log;
        this.server = new PeerServer(this::handleConnection, log);
    }

    /** Waits for others to call; see {@link PeerServer#listen}. */
    public int listen(String host, int port) throws IOException {
        return server.listen(host, port);
    }

    /**
     * Calls a peer and returns as soon as the connection stands; the conversation goes on in the background.
     *
     * @throws IOException where there is no answer, or not in time; its message names host and port
     */
    public void connect(String host, int port) throws IOException {
        // Exercise 2.1. Make a socket and connect it, waiting no longer than connectTimeoutMillis. Where that fails,
        // throw an IOException that says who could not be reached. Where it succeeds, start a daemon thread on which
        // the server of step 1 serves the connection, just as if the peer had called us: server.serve(socket).
        //> 2.1 dial, and treat both directions alike
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), connectTimeoutMillis);
        } catch (IOException e) {
            socket.close();
            throw new IOException("cannot reach a peer at " + host + ":" + port + " (" + e.getMessage() + ")", e);
        }
        Thread thread = new Thread(() -> server.serve(socket), "connection");
        thread.setDaemon(true);
        thread.start();
        //< 2.1
    }

    //> conversation
    /** One connection from beginning to end, whoever dialled. It has this thread to itself. */
    private void handleConnection(Socket socket) throws IOException {
        Peer peer = handler.opened(new SocketPeer(socket));
        log.accept("[+] New Connection from " + peer.address());
        remember(peer);
        try {
            greet(peer);
            handOn(peer, socket.getInputStream());
        } catch (SocketException e) {
            if (!socket.isClosed()) {
                throw e;
            } // otherwise it was us who hung up, and there is no trouble to report
        } finally {
            forget(peer);
        }
    }
    //< conversation

    private void remember(Peer peer) {
        // Exercise 2.2, too.
        //> 2.2 remember peers
        peers.add(peer);
        //< 2.2
    }

    /** The peers that are connected at this moment; a copy that does not change. */
    public List<Peer> peers() {
        // Exercise 2.2, too.
        //> 2.2 remember peers
        return List.copyOf(peers);
        //< 2.2
    }

    /** Returns when the peer has closed the connection. */
    private void handOn(Peer peer, InputStream in) throws IOException {
        // Exercise 2.3. Hand what arrives to handler.received(peer, bytes) as it arrives, without waiting for more; go
        // on until the stream ends. The array that you hand on belongs to the handler: do not write into it again.
        //> 2.3 hand bytes on as they arrive
        byte[] buffer = new byte[8 * 1024];
        for (int count = in.read(buffer); count != -1; count = in.read(buffer)) {
            handler.received(peer, Arrays.copyOf(buffer, count));
        }
        //< 2.3
    }

    private void greet(Peer peer) throws IOException {
        // Exercise 2.4. Send the greeting. Both ends do, so each learns what the other has.
        //> 2.4 greet with latestBlock
        //- ExerciseNotDone.skip("2.4 greet with latestBlock");
        peer.send(greeting);
        //< 2.4
    }

    private void forget(Peer peer) {
        // Exercise 2.5. Take the peer off the list, log "[-] Connection from HOST:PORT closed" (peer.address() is
        // HOST:PORT) and tell handler.closed(peer). Exactly once for each peer, however its connection ended.
        //> 2.5 forget a peer exactly once
        //- ExerciseNotDone.skip("2.5 forget a peer exactly once");
        if (peers.remove(peer)) {
            log.accept("[-] Connection from " + peer.address() + " closed");
            handler.closed(peer);
        }
        //< 2.5
    }

    /**
     * Sends a message to every peer. One that cannot be reached any more does not keep the others from hearing it.
     *
     * @param message JSON text
     */
    public void broadcast(String message) {
        // Exercise 2.6. Send it to each of peers(). Where sending fails, log a line that starts with "[!]", close that
        // peer and go on with the next. (Do not forget it here: closing it ends its connection's thread, and that
        // forgets it.)
        //> 2.6 broadcast
        for (Peer peer : peers()) {
            try {
                peer.send(message);
            } catch (IOException e) {
                log.accept("[!] " + e.getMessage());
                peer.close();
            }
        }
        //< 2.6
    }

    /** Ends all connections and stops listening. */
    @Override
    public void close() {
        server.close();
    }
}
