package ingchain.network;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.StartedThreads;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.3")
@DisplayName("2.3 Hand bytes on as they arrive")
class ReceiveTest {
    private static final long SEED = 8555;

    private final Transcript transcript;
    private final CapturedLog log;
    private final RecordingHandler handler;
    private final P2PNetwork network;
    private int port;

    ReceiveTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.log = log;
        this.handler = new RecordingHandler(transcript);
        this.network = cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port);
    }

    @Test
    @Order(1)
    @DisplayName("what arrives is handed on at once: no end of line and no end of the connection is waited for")
    void atOnce() throws Exception {
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send("{\"type\":");
        awaitBytes(a, "{\"type\":");
        a.send("\"latest");
        awaitBytes(a, "{\"type\":\"latest");
    }

    @Test
    @Order(2)
    @DisplayName("what a dialled peer sends is handed on like that of one that has called")
    void bothDirections() throws Exception {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        transcript.step("your network is told to connect to " + server.address());
        network.connect(server.host(), server.port());
        server.accept().send("hello");
        awaitBytes(server.address(), "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(3)
    @DisplayName("every byte is handed on, in order and unchanged, text or not, however many they are")
    void everyByte() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(SEED).nextBytes(bytes);
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send(bytes);
        awaitBytes(a.address(), bytes);
    }

    @Test
    @Order(4)
    @DisplayName("an array that was handed on is not written into when more arrives")
    void arraysAreGivenAway() throws Exception {
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        ScriptedPeer b = ScriptedPeer.dial(transcript, "peer B", port);
        a.send("first");
        awaitBytes(a, "first");
        byte[] first = handler.arraysFrom(a.address()).get(0);
        byte[] before = first.clone();
        b.send("OTHER");
        awaitBytes(b, "OTHER");
        a.send("SECOND");
        awaitBytes(a, "firstSECOND");
        assertThat(new String(first, StandardCharsets.UTF_8))
                .as("the array that was handed on first, after more has arrived")
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
    }

    @Test
    @Order(5)
    @DisplayName("what two peers send at the same time is not mixed up")
    void twoPeers() throws Exception {
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        ScriptedPeer b = ScriptedPeer.dial(transcript, "peer B", port);
        b.send("b1");
        a.send("a1");
        awaitBytes(a, "a1");
        a.send("a2");
        b.send("b2");
        awaitBytes(a, "a1a2");
        awaitBytes(b, "b1b2");
    }

    @Test
    @Order(6)
    @DisplayName("when the peer has sent its last byte and ends the connection, so does the network, without trouble")
    void ends() throws Exception {
        StartedThreads threads = StartedThreads.fromNowOn();
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send("bye");
        a.finishSending();
        a.expectClosed();
        awaitBytes(a, "bye");
        threads.awaitDone();
        assertThat(log.lines("[!]")).as("the lines of trouble in the log").isEmpty();
    }

    private void awaitBytes(ScriptedPeer peer, String text) throws Exception {
        awaitBytes(peer.address(), text.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitBytes(String address, byte[] bytes) throws Exception {
        transcript.awaitEquals(
                "what was handed on from " + address,
                show(bytes, bytes),
                () -> show(handler.bytesFrom(address), bytes));
    }

    /** Few bytes as text; many by how far they are right. */
    private static String show(byte[] bytes, byte[] expected) {
        if (expected.length < 100 && bytes.length < 100) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        int wrong = Arrays.mismatch(bytes, expected);
        return bytes.length + " bytes, " + (wrong < 0 ? "all of them" : "the first " + wrong + " of them") + " right";
    }
}
