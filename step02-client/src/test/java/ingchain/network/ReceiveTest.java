package ingchain.network;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.StartedThreads;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.3")
@DisplayName("2.3 Hand bytes on as they arrive")
class ReceiveTest {
    private static final long SEED = 8555;
    private static final int ALIKE = 3;

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
        ScriptedPeer b = server.accept();
        b.send("hello");
        awaitBytes(b, server.address(), "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(3)
    @DisplayName("a character that is cut in two is handed on as its bytes, for only both halves make a text")
    void halfACharacter() throws Exception {
        byte[] character = "체".getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(character, 1);
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send(half);
        awaitBytes(a, a.address(), half);
        a.send(Arrays.copyOfRange(character, 1, character.length));
        awaitBytes(a, a.address(), character);
    }

    @Test
    @Order(4)
    @DisplayName("every byte is handed on, in order and unchanged, text or not, however many they are")
    void everyByte() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(SEED).nextBytes(bytes);
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send(bytes);
        awaitBytes(a, a.address(), bytes);
    }

    @Test
    @Order(5)
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
        transcript.suspect("array-written-into");
        assertThat(new String(first, StandardCharsets.UTF_8))
                .as("the array that was handed on first, after more has arrived")
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
    }

    @Test
    @Order(6)
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
    @Order(7)
    @DisplayName("when the peer has sent its last byte and ends the connection, so does the network, without trouble")
    void ends() throws Exception {
        StartedThreads threads = StartedThreads.fromNowOn();
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.send("bye");
        a.finishSending();
        transcript.suspect("ignores-the-end");
        a.expectClosed();
        awaitBytes(a, "bye");
        threads.awaitDone();
        transcript.suspect("end-is-no-trouble");
        log.expectNo("[!]");
    }

    private void awaitBytes(ScriptedPeer peer, String text) throws Exception {
        awaitBytes(peer, peer.address(), text.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitBytes(ScriptedPeer peer, String address, byte[] bytes) throws Exception {
        try {
            transcript.awaitEquals(
                    "what was handed on from " + address,
                    show(bytes, bytes),
                    () -> show(handler.bytesFrom(address), bytes));
        } catch (CheckpointFailure failure) {
            transcript.suspect(mistake(peer, handler.bytesFrom(address), bytes));
            throw failure;
        }
    }

    /** What it means that these bytes were handed on and not those. */
    private String mistake(ScriptedPeer peer, byte[] actual, byte[] expected) throws IOException {
        if (handler.isWrittenInto()) {
            return "array-written-into";
        }
        int right = Arrays.mismatch(actual, expected);
        if (right == actual.length) {
            return peer.seesEnd() ? "stops-too-early" : "waits-for-more";
        }
        if (right == expected.length && actual[right] == 0) {
            return "hands-on-whole-buffer";
        }
        if (startAlike(Arrays.copyOfRange(actual, right, actual.length), expected)) {
            return "handed-on-twice";
        }
        if (right == expected.length) {
            return null;
        }
        // A decoder puts U+FFFD, which begins with 0xef, or a question mark in the place of what is no character to it.
        boolean isReplaced = expected[right] < 0 && (actual[right] == (byte) 0xef || actual[right] == '?');
        return isReplaced ? "broken-character" : null;
    }

    private static boolean startAlike(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        return difference < 0 || difference >= ALIKE;
    }

    /** Few bytes as text, or as numbers where they are no text; many by how far they are right. */
    private static String show(byte[] bytes, byte[] expected) {
        if (expected.length < 100 && bytes.length < 100) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                    ? text
                    : "the bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
        int wrong = Arrays.mismatch(bytes, expected);
        return bytes.length + " bytes, " + (wrong < 0 ? "all of them" : "the first " + wrong + " of them") + " right";
    }
}
