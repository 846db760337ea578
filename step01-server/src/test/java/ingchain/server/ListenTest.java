package ingchain.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.Transcript;
import ingchain.exercise.ExerciseNotDone;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.1")
@DisplayName("1.1 Bind and report the real port")
class ListenTest {
    private static final String HERE = "127.0.0.1";

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final PeerServer server;

    ListenTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.server = new PeerServer(connection -> {}, log);
    }

    @Test
    @Order(1)
    @DisplayName("port 0 takes a free port, and listen() returns which one that is")
    void reportsTheRealPort() throws IOException {
        int port = listen(0);
        assertThat(port).as("the port that listen(\"127.0.0.1\", 0) returned").isBetween(1, 65_535);
        ScriptedPeer.dial(transcript, "peer A", port);
    }

    @Test
    @Order(2)
    @DisplayName("a port that is asked for is the port that is listened on")
    void takesThePortAskedFor() throws IOException {
        int free = freePort();
        assertThat(listen(free))
                .as("the port that listen(\"127.0.0.1\", " + free + ") returned")
                .isEqualTo(free);
        ScriptedPeer.dial(transcript, "peer A", free);
    }

    @Test
    @Order(3)
    @DisplayName("two servers listen side by side, each on its own port")
    void twoServers() throws IOException {
        int first = listen(0);
        int second = listen(cleanup.add(new PeerServer(connection -> {}, line -> {})), 0);
        assertThat(second).as("the second server's port").isNotEqualTo(first);
        ScriptedPeer.dial(transcript, "peer A", first);
        ScriptedPeer.dial(transcript, "peer B", second);
    }

    @Test
    @Order(4)
    @DisplayName("only the host asked for is listened on, not every address of this machine")
    void listensOnTheHostAlone() throws IOException {
        int port = listen(0);
        String other = "127.0.0.2"; // this machine, too, where the system has it at all
        transcript.step("peer A connects to " + other + ":" + port);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(other, port), 1_000);
        } catch (IOException refused) {
            ScriptedPeer.dial(transcript, "peer B", port);
            return;
        }
        throw new CheckpointFailure("peer A reached your server at " + other + ":" + port
                + ", but it was told to listen on 127.0.0.1 alone: bind it to the host, not to the port only");
    }

    @Test
    @Order(5)
    @DisplayName("a port that another program has is an IOException, not another port")
    void portInUse() throws Exception {
        ScriptedServer other = ScriptedServer.listen(transcript, "another program");
        transcript.step("your server is told to listen on " + other.address());
        transcript.expectThrows(
                IOException.class,
                "listen() on a port that is in use",
                () -> cleanup.add(server).listen(HERE, other.port()));
    }

    @Test
    @Order(6)
    @DisplayName("a port on which connections of an earlier run still linger is free to take")
    void lingeringConnections() throws IOException {
        int port;
        try (ServerSocket earlier = new ServerSocket()) {
            earlier.setReuseAddress(true);
            earlier.bind(new InetSocketAddress(HERE, 0));
            port = earlier.getLocalPort();
            // Who closes first keeps the connection in TIME_WAIT for a minute or so: here the earlier run does.
            try (Socket peer = new Socket(HERE, port)) {
                earlier.accept().close();
                peer.getInputStream().read();
            }
        }
        transcript.step("an earlier run on port " + port + " has ended, its connections linger");
        assertThat(listen(port)).as("the port that listen() returned").isEqualTo(port);
        ScriptedPeer.dial(transcript, "peer A", port);
    }

    @Test
    @Order(7)
    @DisplayName("a listen() that fails leaves no socket open")
    void leavesNothingOpen() throws Exception {
        assumeTrue(openFiles() >= 0, "this system does not tell how many files are open");
        ScriptedServer other = ScriptedServer.listen(transcript, "another program");
        transcript.step("200 servers are told to listen on " + other.address());
        long before = openFiles();
        for (int i = 0; i < 200; i++) {
            transcript.aside().expectThrows(
                    IOException.class,
                    "listen() on a port that is in use",
                    () -> new PeerServer(connection -> {}, line -> {}).listen(HERE, other.port()));
        }
        assertThat(openFiles() - before)
                .as("the sockets that 200 calls of listen() left open, though each of them failed")
                .isLessThan(100);
    }

    /** How many files and sockets this program has open; -1 where nobody knows. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : -1;
    }

    private int listen(int port) throws IOException {
        return listen(cleanup.add(server), port);
    }

    private int listen(PeerServer listening, int port) throws IOException {
        try {
            int real = listening.listen(HERE, port);
            transcript.step("your server was told to listen on port " + port + " and says that it does on " + real);
            return real;
        } catch (ExerciseNotDone e) {
            if (ExerciseNotDone.met().contains("1.1")) {
                throw e;
            }
            throw new CheckpointFailure("listen() ran acceptLoop() itself and would never return:"
                    + " start a thread for it");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
