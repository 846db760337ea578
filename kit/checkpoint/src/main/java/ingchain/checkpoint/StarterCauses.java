package ingchain.checkpoint;

import ingchain.exercise.ExerciseNotDone;
import java.util.Optional;

/** Finds out whether a test did not hold because code is still to be written. */
final class StarterCauses {
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
                        Texts.of("earlier-not-done", evidence.exercise(), other)));
    }

    static Optional<String> earlierNotDone(Evidence evidence) {
        return evidence.notDone().stream()
                .filter(met -> ExerciseNumber.compare(met, evidence.exercise()) < 0)
                .min(ExerciseNumber::compare);
    }

    static String sentence(String exercise) {
        return Texts.of("not-done", exercise);
    }
}
