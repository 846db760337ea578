package ingchain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
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

    CausesSample(Transcript transcript, Cleanup cleanup) {
        this.transcript = transcript;
        this.cleanup = cleanup;
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

    private void give(String text) {
        byte[] piece = text.getBytes(StandardCharsets.UTF_8);
        transcript.gives(piece);
        Student.typeOf(piece);
    }
}
