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
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.1")
@DisplayName("1.1 Bind and report the real port")
class ListenTest {
    private static final String HERE = "127.0.0.1";

    /** This machine as well, where the system has it at all: Linux and Windows do, macOS does not. */
    private static final String ALSO_HERE = "127.0.0.2";

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CountDownLatch handed = new CountDownLatch(1);
    private final PeerServer server;

    ListenTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.server = new PeerServer(connection -> handed.countDown(), log);
    }

    @Test
    @Order(1)
    @DisplayName("port 0 takes a free port, and listen() returns which one that is")
    void reportsTheRealPort() throws IOException {
        int port = listen(0);
        transcript.suspect("reports-asked-port");
        assertThat(port).as("the port that listen(\"127.0.0.1\", 0) returned").isBetween(1, 65_535);
        transcript.suspect("closed-again");
        ScriptedPeer.dial(transcript, "peer A", port);
    }

    @Test
    @Order(2)
    @DisplayName("when listen() has returned, somebody waits for peers in the background")
    void goesOnInTheBackground() throws Exception {
        ScriptedPeer.dial(transcript, "peer A", listen(0));
        try {
            transcript.await("acceptLoop() was started", this::isAcceptLoopSeen);
        } catch (CheckpointFailure unseen) {
            // Whoever is still there is in the midst of what exercise 1.2 is about, and that is not judged here.
            if (Thread.currentThread().getThreadGroup().activeCount() == 1) {
                throw unseen;
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("a port that is asked for is the port that is listened on")
    void takesThePortAskedFor() throws IOException {
        int free = freePort();
        transcript.suspect("takes-another-port");
        assertThat(listen(free))
                .as("the port that listen(\"127.0.0.1\", " + free + ") returned")
                .isEqualTo(free);
        ScriptedPeer.dial(transcript, "peer A", free);
    }

    @Test
    @Order(4)
    @DisplayName("two servers listen side by side, each on its own port")
    void twoServers() throws IOException {
        int first = listen(0);
        int second = listen(cleanup.add(new PeerServer(connection -> {}, line -> {})), HERE, 0);
        assertThat(second).as("the second server's port").isNotEqualTo(first);
        ScriptedPeer.dial(transcript, "peer A", first);
        ScriptedPeer.dial(transcript, "peer B", second);
    }

    @Test
    @Order(5)
    @DisplayName("only the host asked for is listened on, not every address of this machine")
    void listensOnTheHostAlone() throws IOException {
        int port = listen(0);
        for (String other : new String[] {ALSO_HERE, "::1"}) {
            transcript.step("peer A tries to reach port " + port + " of " + other);
            if (isHere(other) && reaches(other, port)) {
                throw CheckpointFailure.because(
                        "listens-everywhere",
                        "peer A reached your server at " + other + ", port " + port
                                + ", but it was told to listen on 127.0.0.1 alone");
            }
        }
        ScriptedPeer.dial(transcript, "peer B", port);
    }

    @Test
    @Order(6)
    @DisplayName("another host than 127.0.0.1 is listened on where that is asked for")
    void listensOnAnotherHost() throws IOException {
        assumeTrue(isHere(ALSO_HERE), "this machine does not have the address " + ALSO_HERE);
        int port = listen(cleanup.add(server), ALSO_HERE, 0);
        transcript.step("peer A connects to " + ALSO_HERE + ":" + port);
        if (!reaches(ALSO_HERE, port)) {
            throw CheckpointFailure.because(
                    "ignores-host",
                    "your server was told to listen on " + ALSO_HERE + ", port " + port + ", and nobody listens there");
        }
    }

    @Test
    @Order(7)
    @DisplayName("a port that another program has is an IOException, not another port")
    void portInUse() throws Exception {
        ScriptedServer other = ScriptedServer.listen(transcript, "another program");
        transcript.step("your server is told to listen on " + other.address());
        transcript.suspect("hides-port-in-use");
        transcript.expectThrows(
                IOException.class,
                "listen() on a port that is in use",
                () -> cleanup.add(server).listen(HERE, other.port()));
    }

    @Test
    @Order(8)
    @DisplayName("a port on which connections of an earlier run still linger is free to take")
    void lingeringConnections() throws IOException {
        int port = portOfAnEarlierRun();
        transcript.step("an earlier run on port " + port + " has ended, its connections linger");
        try {
            assertThat(listen(port)).as("the port that listen() returned").isEqualTo(port);
        } catch (BindException e) {
            throw CheckpointFailure.because(
                    "forbids-reuse",
                    "nobody listens on port " + port + " any more, but listen() threw " + e.getMessage());
        }
        ScriptedPeer.dial(transcript, "peer A", port);
    }

    @Test
    @Order(9)
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
        transcript.suspect("leaks-sockets");
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
        return listen(cleanup.add(server), HERE, port);
    }

    private int listen(PeerServer listening, String host, int port) throws IOException {
        try {
            int real = listening.listen(host, port);
            transcript.step(
                    "your server was told to listen on " + host + ", port " + port + ", and says that it does on " + real);
            return real;
        } catch (ExerciseNotDone e) {
            if (ExerciseNotDone.met().contains("1.1")) {
                throw e;
            }
            throw CheckpointFailure.because(
                    "accepts-on-callers-thread", "listen() ran acceptLoop() itself and would never return");
        }
    }

    /** It gets as far as peer A, or is what exercise 1.2 begins with. */
    private boolean isAcceptLoopSeen() {
        return handed.getCount() == 0 || ExerciseNotDone.met().contains("1.2");
    }

    private static boolean isHere(String host) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean reaches(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Who closes first keeps the connection in TIME_WAIT for a minute or so: here the earlier run does. */
    private static int portOfAnEarlierRun() throws IOException {
        try (ServerSocket earlier = new ServerSocket()) {
            earlier.setReuseAddress(true);
            earlier.bind(new InetSocketAddress(HERE, 0));
            try (Socket peer = new Socket(HERE, earlier.getLocalPort())) {
                earlier.accept().close();
                peer.getInputStream().read();
            }
            return earlier.getLocalPort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
