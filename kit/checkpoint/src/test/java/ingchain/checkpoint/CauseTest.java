package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The cause of a failure is found, has an id, and picks the hint")
class CauseTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("a loop that should accept, and serves instead, is told with the line where it waits")
    void acceptLoopBusy() throws Exception {
        assertCause("acceptLoopBusy", Outcome.WRONG, "accept-loop-busy", "your accept loop waits in");
    }

    @Test
    @DisplayName("what one peer was to receive back, and another received, went to the wrong peer")
    void wrongPeer() throws Exception {
        assertCause(
                "wrongPeer",
                Outcome.WRONG,
                "wrong-peer",
                "peer B was to receive \"hello from B\", but peer A received it");
    }

    @Test
    @DisplayName("a server that nobody gets through to either does not listen or does not accept")
    void nobodyIsThere() throws Exception {
        assertCause("nobodyListens", Outcome.WRONG, "nobody-listens", "peer A called 127.0.0.1:");
        assertCause("nobodyAccepts", Outcome.WRONG, "nobody-accepts", "no thread waits in accept()");
    }

    @Test
    @DisplayName("what a peer received in place of something else tells: the end, a line end, the same again")
    void received() throws Exception {
        assertCause("connectionClosed", Outcome.WRONG, "connection-closed", "peer A expected \"hellohello!\", but");
        assertCause("lineEndAdded", Outcome.WRONG, "line-end-added", "peer A expected \"hello\", but received \"\\n");
        assertCause("saidTwice", Outcome.WRONG, "said-twice", "peer A expected \"bye\", but received \"hello\"");
    }

    @Test
    @DisplayName("an accident that step 1 has caught is found in the log")
    void loggedAccident() throws Exception {
        assertCause(
                "loggedAccident",
                Outcome.THREW,
                "index-out-of-bounds",
                "an exception of your code ended a conversation, and the log");
    }

    @Test
    @DisplayName("who waits for a lock is told, and who holds it")
    void waitsForLock() throws Exception {
        assertCause("waitsForLock", Outcome.WRONG, "waits-for-lock", "Student.holds waits for a lock at Student.java:");
        assertThat(run("waitsForLock").get("cause").getAsString()).contains("; Student.holds holds it, and waits in");
    }

    @Test
    @DisplayName("two threads that each hold the lock that the other wants are a deadlock, told with both lines")
    void deadlock() throws Exception {
        assertCause("deadlock", Outcome.TIMED_OUT, "deadlock", "a deadlock: ");
    }

    @Test
    @DisplayName("JSON that could not be read is told by what there was to read: two messages, half a one, or no JSON")
    void json() throws Exception {
        assertCause("gluedMessages", Outcome.THREW, "glued-messages", "Student.typeOf threw ");
        assertCause("splitMessage", Outcome.THREW, "split-message", "Student.typeOf threw ");
        assertCause("brokenJson", Outcome.THREW, "broken-json", "Student.typeOf threw ");
    }

    @Test
    @DisplayName("exceptions that everybody meets have ids of their own")
    void exceptions() throws Exception {
        assertCause("nullPointer", Outcome.THREW, "null-pointer", "Student.typeOf threw NullPointerException");
        assertCause(
                "changedWhileIterating",
                Outcome.THREW,
                "changed-while-iterating",
                "Student.removesWhileIterating threw ConcurrentModificationException at Student.java:");
    }

    @Test
    @DisplayName("what a checkpoint knows for certain counts before what it suspects, and that before nothing at all")
    void certainty() throws Exception {
        assertCause("told", Outcome.WRONG, "busy-loop", "the answer should be 43");
        assertCause("suspected", Outcome.WRONG, "off-by-one", "the answer: expected");
        assertCause("nothingSuspectedAnyMore", Outcome.WRONG, "expectation", "the answer: expected");
    }

    @Test
    @DisplayName("what the code threw is told with its line, and a checkpoint that caught it may know more")
    void toldByWhatWasThrown() throws Exception {
        assertCause(
                "toldByWhatWasThrown",
                Outcome.THREW,
                "let-through",
                "Student.throwsSomething threw IllegalStateException (no such peer) at Student.java:");
    }

    @Test
    @DisplayName("a thread that works in a library is busy, and does not wait")
    void searchesWithoutEnd() throws Exception {
        assertCause(
                "searchesWithoutEnd",
                Outcome.TIMED_OUT,
                "off-by-one",
                "Student.sortsUntilInterrupted has not returned: it is busy at Student.java:");
    }

    @Test
    @DisplayName(
            "where the checkpoint suspects why something did not come, what the threads did is no more than a step")
    void suspectedInVain() throws Exception {
        JsonObject line = run("suspectedInVain");
        assertThat(line.get("causeId").getAsString()).isEqualTo("off-by-one");
        assertThat(line.get("cause").getAsString())
                .isEqualTo(line.get("sentence").getAsString());
        assertThat(line.get("transcript").getAsJsonArray().get(0).getAsString())
                .startsWith("1. meanwhile your code did nothing but wait for connections, at Student.java:");
    }

    @Test
    @DisplayName("a cause without a hint of its own leads to the chapter")
    void noHint() throws Exception {
        assertThat(run("suspected").get("next").getAsString())
                .isEqualTo("see section 1.2 of docs/en/step01-server.md, and its hints");
    }

    private void assertCause(String method, Outcome outcome, String id, String sentence) throws Exception {
        JsonObject line = run(method);
        assertThat(line.get("outcome").getAsString()).as(line.toString()).isEqualTo(outcome.toString());
        assertThat(line.get("causeId").getAsString()).as(line.toString()).isEqualTo(id);
        assertThat(line.get("cause").getAsString()).startsWith(sentence);
        Hints.of(id)
                .ifPresent(hint -> assertThat(line.get("next").getAsString()).isEqualTo(hint));
    }

    private JsonObject run(String method) throws Exception {
        return SampleRun.of(folder, "CausesSample", method, "");
    }
}
