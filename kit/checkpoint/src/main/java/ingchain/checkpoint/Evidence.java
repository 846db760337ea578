package ingchain.checkpoint;

import java.util.List;
import java.util.Set;

/**
 * All that is known when a test has ended, for {@link Diagnosis} to read the cause from.
 *
 * @param exercise the exercise under test
 * @param thrown what ended the test; null where it went through or its time was up
 * @param seconds the time that it had
 * @param uncaught what ended other threads during the test, in order of time
 * @param testThread where the test stood when its time was up; null where it had ended
 * @param others where the other threads stood when the test gave up waiting; empty where it did not wait
 * @param suspect the kind of mistake that a broken expectation would mean at this point; null for none in particular
 * @param peers how many scripted peers were connected
 * @param unserved whether one of them has called and never got a word
 * @param sent the last pieces that scripted peers sent, or that were handed to the student's code, in order
 * @param logged the lines that the student's code has logged, in order
 * @param notDone the exercises whose starter code was met
 * @param code tells the student's lines from the kit's
 */
record Evidence(
        String exercise,
        Throwable thrown,
        int seconds,
        List<Throwable> uncaught,
        ThreadStack testThread,
        List<ThreadStack> others,
        String suspect,
        int peers,
        boolean unserved,
        List<byte[]> sent,
        List<String> logged,
        Set<String> notDone,
        StudentCode code) {

    /** Whether the test was still running when its time was up. */
    boolean timedOut() {
        return testThread != null;
    }

    /** The expectation that broke, or what else ended the test, in one line. */
    String sentence() {
        if (timedOut()) {
            return Texts.of("overdue", seconds);
        }
        if (thrown == null) {
            return StarterCauses.sentence(exercise);
        }
        if (thrown instanceof CheckpointFailure failed) {
            return failed.getMessage().lines().findFirst().orElse("");
        }
        return thrown instanceof AssertionError failed && failed.getMessage() != null
                ? AssertionSentence.of(failed.getMessage())
                : Texts.of("thrown", thrown.getClass().getSimpleName());
    }

    /** What ends the transcript: the sentence, and the lines that show what it speaks of. */
    String lastStep() {
        if (thrown instanceof CheckpointFailure failed) {
            return failed.getMessage();
        }
        return ThrownCauses.isAboutJson(thrown) && !sent.isEmpty()
                ? Texts.of("json.unread", sentence()) + Caret.under(sent.get(sent.size() - 1), (Exception) thrown)
                : sentence();
    }

    /** The kind of mistake that the checkpoint suspects, or else the one given. */
    String suspected(String otherwise) {
        return suspect == null ? otherwise : suspect;
    }

    /** Whether the test waited for something that did not come. */
    boolean waitedInVain() {
        return timedOut()
                || (thrown instanceof CheckpointFailure failure
                        && !failure.meanwhile().isEmpty());
    }
}
