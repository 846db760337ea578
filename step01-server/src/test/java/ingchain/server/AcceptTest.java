package ingchain.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.2")
@DisplayName("1.2 Accept, each connection on its own thread")
class AcceptTest {
    private static final int MANY = 100;

    /** Fewer than a system lets wait to be accepted. */
    private static final int BACKLOG = 20;

    private static final int FAILING_MILLIS = 40;

    /** Far more than who waits between two attempts writes in that time, and far fewer than who does not. */
    private static final int FLOOD = 20;

    private final Transcript transcript;
    private final CapturedLog log;
    private final AtomicInteger handed = new AtomicInteger();
    private final PeerServer server;
    private int port;

    AcceptTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.log = log;
        this.server = cleanup.add(new PeerServer(this::echo, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = server.listen("127.0.0.1", 0);
        transcript.step("your server listens on port " + port + ", with a handler that sends back what it receives");
    }

    @Test
    @Order(1)
    @DisplayName("a peer that connects is handed to the handler")
    void onePeer() throws Exception {
        ScriptedPeer a = dial("peer A");
        transcript.suspect("accepted-not-served");
        transcript.awaitEquals("the number of connections that the handler was given", 1, handed::get);
        transcript.suspect(null);
        a.send("hello");
        a.expectText("hello");
    }

    @Test
    @Order(2)
    @DisplayName("after one peer comes the next, and the next")
    void oneAfterTheOther() throws IOException {
        for (String name : List.of("peer A", "peer B", "peer C")) {
            try (ScriptedPeer peer = dial(name)) {
                peer.send(name);
                peer.expectText(name);
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("a peer that says nothing does not keep the next one waiting")
    void silentPeer() throws IOException {
        ScriptedPeer silent = dial("peer A");
        ScriptedPeer b = dial("peer B");
        b.send("hello from B");
        b.expectText("hello from B");
        silent.send("at last, A");
        silent.expectText("at last, A");
    }

    @Test
    @Order(4)
    @DisplayName("peers that are connected at the same time each have their own conversation")
    void ownConversation() throws IOException {
        List<ScriptedPeer> peers = List.of(dial("peer A"), dial("peer B"), dial("peer C"));
        for (int i = peers.size() - 1; i >= 0; i--) {
            peers.get(i).send("first word of " + i);
        }
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).expectText("first word of " + i);
            peers.get(i).send("second word of " + i);
        }
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).expectText("second word of " + i);
        }
    }

    @Test
    @Order(5)
    @DisplayName(MANY + " silent peers do not keep the next one waiting")
    void manySilentPeers() throws Exception {
        transcript.step(MANY + " peers connect, " + BACKLOG + " at a time, and say nothing");
        transcript.suspect("too-few-threads");
        for (int i = 1; i <= MANY; i++) {
            ScriptedPeer.dial(transcript.aside(), "silent peer " + i, port);
            if (i % BACKLOG == 0) {
                transcript.awaitEquals("the number of connections that the handler was given", i, handed::get);
            }
        }
        assertServed(dial("peer B"));
    }

    @Test
    @Order(6)
    @DisplayName("a connection that cannot be accepted is a line in the log, and no reason to stop")
    void failingAccept() throws Exception {
        makeAcceptFail();
        assertServed(dial("peer A")); // the loop waits for this one already
        transcript.suspect("ends-at-failed-accept");
        try {
            assertServed(dial("peer B"));
        } catch (CheckpointFailure unserved) {
            throw CheckpointFailure.because(
                    "ends-at-failed-accept", "after accept() has failed, nobody else is served: " + unserved.getMessage());
        }
        transcript.suspect(log.lines().isEmpty() ? "swallowed-failure" : "wrong-log-line");
        log.expectLine("[!]");
        transcript.suspect("log-flood");
        assertThat(log.lines().size())
                .as("the number of lines in the log after accept() has failed for " + FAILING_MILLIS + " ms")
                .isLessThan(FLOOD);
    }

    /** Where the server has the field that the exercise speaks of: nothing that a peer does makes accept() fail. */
    private void makeAcceptFail() throws IOException, IllegalAccessException {
        try {
            Field listening = PeerServer.class.getDeclaredField("listening");
            listening.setAccessible(true);
            listening.set(server, new FailingServerSocket((ServerSocket) listening.get(server), FAILING_MILLIS));
            transcript.step("after the next connection, accept() fails for " + FAILING_MILLIS
                    + " ms, as on a machine with too many open files");
        } catch (NoSuchFieldException | ClassCastException | IllegalArgumentException e) {
            assumeTrue(false, "there is no ServerSocket in the field `listening` that could be made to fail");
        }
    }

    private void assertServed(ScriptedPeer peer) throws IOException {
        peer.send("hello");
        peer.expectText("hello");
    }

    private ScriptedPeer dial(String name) throws IOException {
        return ScriptedPeer.dial(transcript, name, port);
    }

    private void echo(Socket connection) throws IOException {
        handed.incrementAndGet();
        connection.getInputStream().transferTo(connection.getOutputStream());
    }
}
