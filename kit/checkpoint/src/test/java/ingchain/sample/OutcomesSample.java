package ingchain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checkpoints that end in every way there is. Not a test of the kit: its tests run it. */
@Exercise(value = "1.2", seconds = 1)
public class OutcomesSample {
    /** The system property to which everything that is closed at the end adds its name. */
    public static final String CLOSED = "ingchain.sample.closed";

    @Test
    @DisplayName("the answer is 42")
    void done(Transcript transcript) {
        transcript.step("asks for the answer");
        assertThat(Student.answer()).isEqualTo(42);
    }

    @Test
    void notDone() {
        Student.isNotDone();
    }

    @Test
    void notDoneAndYetNothingFails() {
        Student.goesOnThoughNotDone();
    }

    @Test
    void waitsForAnother() {
        Student.needsAnotherExercise();
    }

    @Test
    void waitsInVainForStarter(Transcript transcript) throws Exception {
        Student.goesOnThoughNotDone();
        transcript.await("it happens", () -> false);
    }

    @Test
    void wrong(Transcript transcript) {
        transcript.step("asks for the answer");
        assertThat(Student.answer()).as("the answer").isEqualTo(43);
    }

    @Test
    void threw() {
        Student.throwsSomething();
    }

    @Test
    void letThrough() {
        Student.letsThrough(() -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Test
    void threwOnAnotherThread(CapturedLog log) throws Exception {
        Student.startsAThreadThatThrows();
        Thread.sleep(100);
        assertThat(log.lines()).contains("done");
    }

    @Test
    void letThroughOnAnotherThread(CapturedLog log) throws Exception {
        Student.startsAThreadThatLetsThrough(() -> {
            throw new StackOverflowError("on purpose");
        });
        Thread.sleep(100);
        assertThat(log.lines()).contains("done");
    }

    @Test
    void waitedInVain(Transcript transcript, Cleanup cleanup) throws IOException {
        int port = cleanup.add(Student.acceptsOnAThread()).getLocalPort();
        ScriptedPeer first = ScriptedPeer.dial(transcript, "peer A", port);
        first.expectText("hello");
    }

    @Test
    void neverReturns() throws InterruptedException {
        Student.waitsForEver();
    }

    @Test
    void isBusy() {
        Student.isBusyUntilInterrupted();
    }

    @Test
    void theCheckpointNeverEnds(Transcript transcript) throws Exception {
        Thread.sleep(60_000);
    }

    @Test
    void kitFault() {
        throw new UnsupportedOperationException("a broken checkpoint");
    }

    @Test
    void assumes() {
        Assumptions.abort("no network here");
    }

    @Test
    @Disabled("not today")
    void disabled() {}

    @Test
    void closes(Cleanup cleanup) {
        cleanup.add(() -> close("first"));
        cleanup.add(() -> {
            throw new IllegalStateException("closing is not what is judged");
        });
        cleanup.add(() -> close("last"));
    }

    private static void close(String name) {
        System.setProperty(CLOSED, System.getProperty(CLOSED, "") + " " + name);
    }
}
