package ingchain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints that fail, each for a cause of its own. Not a test of the kit: its tests run it. */
@Exercise(value = "1.2", seconds = 1)
public class CausesSample {
    private static final String HELLO = "{\"type\":\"hello\"}";

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;

    CausesSample(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
    }

    @Test
    void acceptLoopBusy() throws Exception {
        int port = cleanup.add(Student.servesInItsAcceptLoop()).getLocalPort();
        ScriptedPeer.dial(transcript, "peer A", port);
        ScriptedPeer second = ScriptedPeer.dial(transcript, "peer B", port);
        second.send("hello");
        second.expectText("hello");
    }

    @Test
    void wrongPeer() throws Exception {
        int port = cleanup.add(Student.answersTheWrongPeer()).getLocalPort();
        ScriptedPeer.dial(transcript, "peer A", port);
        ScriptedPeer second = ScriptedPeer.dial(transcript, "peer B", port);
        second.send("hello from B");
        second.expectText("hello from B");
    }

    @Test
    void nobodyAccepts() throws Exception {
        int port = cleanup.add(Student.neverAccepts()).getLocalPort();
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        a.expectText("hello");
    }

    @Test
    void nobodyListens() throws Exception {
        ScriptedPeer.dial(transcript, "peer A", freePort());
    }

    @Test
    void connectionClosed() throws Exception {
        greeted("hello").expectText("hellohello!");
    }

    @Test
    void saidTwice() throws Exception {
        ScriptedPeer a = greeted("hello");
        a.expectText("hello");
        a.expectText("bye");
    }

    @Test
    void lineEndAdded() throws Exception {
        ScriptedPeer a = greeted("hello\n");
        a.expectText("hello");
        a.expectText("hello");
    }

    @Test
    void loggedAccident() throws Exception {
        log.accept("[!] connection failed: java.net.SocketException: Connection reset");
        log.accept("[!] connection failed: java.lang.ArrayIndexOutOfBoundsException: Index -1 out of bounds");
        transcript.await("the peer is told", () -> false);
    }

    @Test
    void waitsForLock() throws Exception {
        Student.keepsALock();
        transcript.await("the lock is free", () -> false);
    }

    @Test
    void suspectedInVain() throws Exception {
        cleanup.add(Student.acceptsOnAThread());
        transcript.suspect("off-by-one");
        transcript.await("the peer is told", () -> false);
    }

    @Test
    void deadlock() throws Exception {
        Student.locksInTwoOrders();
    }

    @Test
    void gluedMessages() {
        give(HELLO + HELLO);
    }

    @Test
    void splitMessage() {
        give(HELLO.substring(0, 9));
    }

    @Test
    void brokenJson() {
        give("{\"type\":hello:}");
    }

    @Test
    void nullPointer() {
        give("{}");
    }

    @Test
    void changedWhileIterating() {
        List<String> peers = new ArrayList<>(List.of("A", "B", "C"));
        Student.removesWhileIterating(peers);
    }

    @Test
    void suspected() {
        transcript.suspect("off-by-one");
        assertThat(Student.answer()).as("the answer").isEqualTo(43);
    }

    @Test
    void nothingSuspectedAnyMore() {
        transcript.suspect("off-by-one");
        transcript.suspect(null);
        assertThat(Student.answer()).as("the answer").isEqualTo(43);
    }

    @Test
    void told() {
        transcript.suspect("off-by-one");
        throw CheckpointFailure.because("busy-loop", "the answer should be 43");
    }

    @Test
    void toldByWhatWasThrown() {
        try {
            Student.throwsSomething();
        } catch (IllegalStateException e) {
            throw CheckpointFailure.because("let-through", "nothing was to be thrown", e);
        }
    }

    @Test
    void searchesWithoutEnd() {
        transcript.suspect("off-by-one");
        Student.sortsUntilInterrupted();
    }

    private ScriptedPeer greeted(String greeting) throws Exception {
        int port = cleanup.add(Student.greetsTwice(greeting)).getLocalPort();
        return ScriptedPeer.dial(transcript, "peer A", port);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void give(String text) {
        byte[] piece = text.getBytes(StandardCharsets.UTF_8);
        transcript.gives(piece);
        Student.typeOf(piece);
    }
}
