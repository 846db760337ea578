package ingchain.checkpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A peer that listens, for exercises where the student's code dials. It is closed when the checkpoint has ended. */
public final class ScriptedServer implements AutoCloseable {
    private static final int FULL_MILLIS = 100;

    private final Transcript transcript;
    private final String name;
    private final ServerSocket listening;

    private ScriptedServer(Transcript transcript, String name, int backlog) throws IOException {
        this.transcript = transcript;
        this.name = name;
        this.listening = transcript
                .cleanup()
                .add(new ServerSocket(0, backlog, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    /**
     * Listens on a free port of 127.0.0.1.
     *
     * @param name what the transcript calls this peer, such as "peer B"
     */
    public static ScriptedServer listen(Transcript transcript, String name) throws IOException {
        ScriptedServer server = new ScriptedServer(transcript, name, 50);
        transcript.step(name + " listens on " + server.address());
        return server;
    }

    /**
     * Listens, but leaves whoever dials without any answer, as a host behind a firewall does: its queue of connections
     * is filled, and the system ignores who comes after.
     */
    public static ScriptedServer listenDeaf(Transcript transcript, String name) throws IOException {
        ScriptedServer server = new ScriptedServer(transcript, name, 1);
        transcript.step(name + " listens on " + server.address() + ", and never answers");
        while (server.connects(transcript.cleanup().add(new Socket()))) {
            // One more place in the queue is taken.
        }
        return server;
    }

    private boolean connects(Socket socket) throws IOException {
        try {
            socket.connect(listening.getLocalSocketAddress(), FULL_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Always 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port that was free. */
    public int port() {
        return listening.getLocalPort();
    }

    /** HOST:PORT. */
    public String address() {
        return host() + ":" + port();
    }

    /**
     * Takes the next connection.
     *
     * @throws CheckpointFailure where nobody connects in a generous time
     */
    public ScriptedPeer accept() throws IOException {
        Deadline deadline = new Deadline(transcript);
        listening.setSoTimeout(50);
        while (true) {
            try {
                Socket socket = listening.accept();
                transcript.step(name + " accepts a connection from " + address(socket));
                return new ScriptedPeer(transcript, name, socket);
            } catch (SocketTimeoutException e) {
                if (deadline.passed()) {
                    throw CheckpointFailure.late(name + " waited " + deadline.waited() + " for a connection to "
                            + address() + ": none came");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        transcript.step(name + " stops listening");
        listening.close();
    }

    private static String address(Socket socket) {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        return remote.getAddress().getHostAddress() + ":" + remote.getPort();
    }
}
