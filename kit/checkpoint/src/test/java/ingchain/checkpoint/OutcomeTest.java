package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.sample.OutcomesSample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The outcomes of a checkpoint are told apart")
class OutcomeTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("what holds is DONE, with its transcript and nothing to say")
    void done() throws Exception {
        JsonObject line = run("done", "ingchain.checkpoint.Transcript");
        assertOutcome(line, Outcome.DONE, "");
        assertThat(text(line, "exercise")).isEqualTo("1.2");
        assertThat(text(line, "class")).isEqualTo("ingchain.sample.OutcomesSample");
        assertThat(text(line, "name")).isEqualTo("the answer is 42");
        assertThat(steps(line)).containsExactly("1. asks for the answer");
    }

    @Test
    @DisplayName("a starter's exception is NOT_DONE")
    void notDone() throws Exception {
        JsonObject line = run("notDone", "");
        assertOutcome(line, Outcome.NOT_DONE, "exercise 1.2 is not done yet: its ExerciseNotDone is still in the code");
        assertThat(text(line, "next")).isEqualTo("build it, see section 1.2 of docs/en/step01-server.md");
    }

    @Test
    @DisplayName("a starter that goes on is NOT_DONE, though no expectation broke")
    void notDoneAndYetNothingFails() throws Exception {
        assertOutcome(run("notDoneAndYetNothingFails", ""), Outcome.NOT_DONE, "exercise 1.2 is not done yet");
    }

    @Test
    @DisplayName("a starter of an earlier exercise names that one")
    void waitsForAnother() throws Exception {
        JsonObject line = run("waitsForAnother", "");
        assertOutcome(line, Outcome.NOT_DONE, "1.2 waits for 1.1, which is not done yet");
        assertThat(text(line, "next")).startsWith("do 1.1 first");
    }

    @Test
    @DisplayName("where a starter was met, nobody is made to wait for the deadline")
    void waitsInVainForStarter() throws Exception {
        JsonObject line = run("waitsInVainForStarter", "ingchain.checkpoint.Transcript");
        assertOutcome(line, Outcome.NOT_DONE, "exercise 1.2 is not done yet");
    }

    @Test
    @DisplayName("an expectation that broke is WRONG, and ends the transcript")
    void wrong() throws Exception {
        JsonObject line = run("wrong", "ingchain.checkpoint.Transcript");
        assertOutcome(line, Outcome.WRONG, "the answer: ");
        assertThat(steps(line)).hasSize(2).element(1).asString().startsWith("2. the answer: ");
    }

    @Test
    @DisplayName("an exception out of the student's code is THREW, with the line")
    void threw() throws Exception {
        assertOutcome(
                run("threw", ""),
                Outcome.THREW,
                "Student.throwsSomething threw IllegalStateException (no such peer) at Student.java:");
    }

    @Test
    @DisplayName("an exception while the checkpoint is being set up is told like any other")
    void threwInConstructor() throws Exception {
        JsonObject line = SampleRun.of(folder, "ConstructorSample", "isNeverReached", "");
        assertOutcome(line, Outcome.THREW, "Student.throwsSomething threw IllegalStateException (no such peer)");
        assertThat(steps(line)).element(0).isEqualTo("1. something is made");
    }

    @Test
    @DisplayName("an exception of the checkpoint that the student let through is WRONG, with the line")
    void letThrough() throws Exception {
        assertOutcome(
                run("letThrough", ""),
                Outcome.WRONG,
                "Student.letsThrough let IllegalStateException (on purpose) through at Student.java:");
    }

    @Test
    @DisplayName("an exception that ended another thread is the cause of what it left undone")
    void threwOnAnotherThread() throws Exception {
        assertOutcome(
                run("threwOnAnotherThread", "ingchain.checkpoint.CapturedLog"),
                Outcome.THREW,
                "Student.throwsSomething threw IllegalStateException (no such peer) at Student.java:");
        assertOutcome(
                run("letThroughOnAnotherThread", "ingchain.checkpoint.CapturedLog"),
                Outcome.WRONG,
                "Student.letsThrough let StackOverflowError (on purpose) through at Student.java:");
    }

    @Test
    @DisplayName("a wait in vain tells where the student's threads stood meanwhile")
    void waitedInVain() throws Exception {
        JsonObject line = run("waitedInVain", "ingchain.checkpoint.Transcript, ingchain.checkpoint.Cleanup");
        assertOutcome(line, Outcome.WRONG, "meanwhile Student.accept waits in read at Student.java:");
        assertThat(steps(line).get(1)).matches("2\\. peer A waited \\d+ ms for \"hello\": nothing came");
    }

    @Test
    @DisplayName("a call that never returns is TIMED_OUT, with the line that it stands at")
    void timedOut() throws Exception {
        assertOutcome(
                run("neverReturns", ""),
                Outcome.TIMED_OUT,
                "Student.waitsForEver has not returned: it waits in await at Student.java:");
        assertOutcome(
                run("isBusy", ""),
                Outcome.TIMED_OUT,
                "Student.isBusyUntilInterrupted has not returned: it is busy at Student.java:");
        assertOutcome(
                run("theCheckpointNeverEnds", "ingchain.checkpoint.Transcript"),
                Outcome.TIMED_OUT,
                "the checkpoint was still waiting; meanwhile no thread was in your code any more");
    }

    @Test
    @DisplayName("an exception of the checkpoint's own is KIT_FAULT")
    void kitFault() throws Exception {
        JsonObject line = run("kitFault", "");
        assertOutcome(line, Outcome.KIT_FAULT, "the checkpoint itself broke");
        assertThat(text(line, "next")).contains("no fault of yours");
    }

    @Test
    @DisplayName("what was not run is SKIPPED, with the reason")
    void skipped() throws Exception {
        assertOutcome(run("disabled", ""), Outcome.SKIPPED, "not today");
        assertOutcome(run("assumes", ""), Outcome.SKIPPED, "no network here");
    }

    @Test
    @DisplayName("what was opened is closed at the end, the newest first, and what closing throws is not judged")
    void closes() throws Exception {
        System.clearProperty(OutcomesSample.CLOSED);
        assertOutcome(run("closes", "ingchain.checkpoint.Cleanup"), Outcome.DONE, "");
        assertThat(System.getProperty(OutcomesSample.CLOSED)).isEqualTo(" last first");
    }

    private static void assertOutcome(JsonObject line, Outcome outcome, String cause) {
        assertThat(text(line, "outcome")).as(line.toString()).isEqualTo(outcome.toString());
        assertThat(text(line, "cause")).startsWith(cause);
    }

    private static String text(JsonObject line, String field) {
        return line.get(field).getAsString();
    }

    private static List<String> steps(JsonObject line) {
        return line.getAsJsonArray("transcript").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private JsonObject run(String method, String parameters) throws Exception {
        return SampleRun.of(folder, "OutcomesSample", method, parameters);
    }
}
