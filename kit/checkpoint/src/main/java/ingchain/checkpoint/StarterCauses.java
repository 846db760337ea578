package ingchain.checkpoint;

import ingchain.exercise.ExerciseNotDone;
import java.util.Optional;

/** Finds out whether a test did not hold because code is still to be written. */
final class StarterCauses {
    private static final String NOT_DONE = "exercise %s is not done yet: its ExerciseNotDone is still in the code";

    private StarterCauses() {}

    static Optional<Cause> notDone(Evidence evidence) {
        return evidence.notDone().contains(evidence.exercise())
                ? Optional.of(new Cause(Outcome.NOT_DONE, "not-done", sentence(evidence.exercise())))
                : Optional.empty();
    }

    static Optional<Cause> waitsForAnother(Evidence evidence) {
        return earlierNotDone(evidence)
                .or(() -> evidence.thrown() instanceof ExerciseNotDone
                        ? evidence.notDone().stream().findFirst()
                        : Optional.empty())
                .map(other -> new Cause(
                        Outcome.NOT_DONE,
                        "earlier-not-done",
                        evidence.exercise() + " waits for " + other + ", which is not done yet"));
    }

    static Optional<String> earlierNotDone(Evidence evidence) {
        return evidence.notDone().stream()
                .filter(met -> ExerciseNumber.compare(met, evidence.exercise()) < 0)
                .min(ExerciseNumber::compare);
    }

    static String sentence(String exercise) {
        return NOT_DONE.formatted(exercise);
    }
}
