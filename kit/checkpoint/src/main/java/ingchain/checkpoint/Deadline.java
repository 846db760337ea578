package ingchain.checkpoint;

import ingchain.exercise.ExerciseNotDone;
import java.util.concurrent.TimeUnit;

/**
 * How long an expectation waits: long enough for a busy machine. But where code was met that is still to be written,
 * the answer is known, and nobody is made to wait for it.
 */
final class Deadline {
    private static final long STARTER_MILLIS = 200;

    private final long start = System.nanoTime();
    private final Transcript transcript;

    Deadline(Transcript transcript) {
        this.transcript = transcript;
    }

    boolean passed() {
        long millis = millis();
        return millis > transcript.patienceMillis() || (millis > STARTER_MILLIS && metStarter());
    }

    /** The time spent, for a sentence: "5 s". */
    String waited() {
        long millis = millis();
        return millis < 1_000 ? millis + " ms" : millis / 1_000 + " s";
    }

    private boolean metStarter() {
        String exercise = transcript.exercise();
        return exercise != null
                && ExerciseNotDone.met().stream().anyMatch(met -> ExerciseNumber.compare(met, exercise) <= 0);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
