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
        Set<String> notDone,
        StudentCode code) {

    /** Whether the test was still running when its time was up. */
    boolean timedOut() {
        return testThread != null;
    }

    /** Whether the test waited for something that did not come. */
    boolean waitedInVain() {
        return timedOut()
                || (thrown instanceof CheckpointFailure failure
                        && !failure.meanwhile().isEmpty());
    }
}
