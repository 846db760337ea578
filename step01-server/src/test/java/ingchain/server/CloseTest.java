package ingchain.server;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.StartedThreads;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.4")
@DisplayName("1.4 Close, and say which port is in use")
class CloseTest {
    private static final String HERE = "127.0.0.1";

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;

    CloseTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
    }

    @Test
    @Order(1)
    @DisplayName("after close() nobody listens on the port any more")
    void stopsListening() throws Exception {
        PeerServer server = server();
        int port = listen(server, 0);
        close(server);
        transcript.suspect("still-listening");
        transcript.await("nobody gets through to port " + port + " any more", () -> isRefused(port));
    }

    @Test
    @Order(2)
    @DisplayName("close() closes the connections that are open, too")
    void closesConnections() throws IOException {
        PeerServer server = server();
        int port = listen(server, 0);
        ScriptedPeer a = served("peer A", port);
        ScriptedPeer b = served("peer B", port);
        close(server);
        transcript.suspect("connections-left-open");
        a.expectClosed();
        b.expectClosed();
    }

    @Test
    @Order(3)
    @DisplayName("the port is free again, even where peers were connected a moment ago")
    void portIsFree() throws Exception {
        PeerServer server = server();
        int port = listen(server, 0);
        served("peer A", port);
        close(server);
        listenAgain(port);
        served("peer B", port);
    }

    @Test
    @Order(4)
    @DisplayName("close() twice, or before listen(), is harmless")
    void twiceIsHarmless() throws Exception {
        close(server());
        PeerServer server = server();
        int port = listen(server, 0);
        close(server);
        transcript.suspect("second-close-throws");
        close(server);
        transcript.suspect(null);
        listenAgain(port);
        served("peer A", port);
    }

    @Test
    @Order(5)
    @DisplayName("close() does not wait for a handler that takes its time")
    void doesNotWait() throws IOException {
        CountDownLatch ending = new CountDownLatch(1);
        cleanup.add(ending::countDown);
        PeerServer server = cleanup.add(new PeerServer(
                connection -> {
                    connection.getOutputStream().write('!');
                    awaitUninterruptibly(ending);
                },
                log));
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", listen(server, 0));
        a.expectText("!");
        transcript.suspect("close-waits");
        close(server);
        a.expectClosed();
    }

    @Test
    @Order(6)
    @DisplayName("once closed, the server is quiet: its threads come to an end, and that is no trouble to log")
    void isQuiet() throws Exception {
        StartedThreads threads = StartedThreads.fromNowOn();
        PeerServer server = server();
        int port = listen(server, 0);
        served("peer A", port);
        served("peer B", port);
        close(server);
        transcript.suspect("loop-after-close");
        threads.expectGone(transcript);
        transcript.suspect("closing-is-no-trouble");
        log.expectNo("[!]");
    }

    @Test
    @Order(7)
    @DisplayName("a port in use is an error that says which port")
    void portInUse() throws Exception {
        ScriptedServer other = ScriptedServer.listen(transcript, "another program");
        transcript.step("your server is told to listen on " + other.address());
        IOException thrown = transcript.expectThrows(
                IOException.class,
                "listen() on a port that is in use",
                () -> server().listen(HERE, other.port()));
        transcript.suspect("address-not-named");
        assertThat(thrown.getMessage())
                .as("the message about the port in use")
                .contains(String.valueOf(other.port()))
                .contains(HERE);
    }

    private PeerServer server() {
        return cleanup.add(new PeerServer(
                connection -> connection.getInputStream().transferTo(connection.getOutputStream()), log));
    }

    private int listen(PeerServer server, int port) throws IOException {
        int real = server.listen(HERE, port);
        transcript.step("your server listens on port " + real);
        return real;
    }

    /** The system may need a moment to wake the thread that waits in accept(): the port is held until then. */
    private void listenAgain(int port) throws Exception {
        transcript.await("port " + port + " is free", () -> isFree(port));
        listen(server(), port);
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(HERE, port));
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HERE, port), 1_000);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false; // reset in the middle of the closing, say
        }
    }

    private void close(PeerServer server) {
        transcript.step("close() is called");
        server.close();
    }

    private ScriptedPeer served(String name, int port) throws IOException {
        ScriptedPeer peer = ScriptedPeer.dial(transcript, name, port);
        peer.send("hello");
        peer.expectText("hello");
        return peer;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // A handler may be in the middle of something that cannot be interrupted, such as writing to a disk.
            }
        }
    }
}
