package ingchain.cli.check;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.CompileError;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check found out about one exercise.
 *
 * @param exercise which
 * @param outcome of all its tests together
 * @param tests in the order in which they ran; empty where it does not compile
 * @param errors where it does not compile
 */
public record ExerciseResult(Exercise exercise, Outcome outcome, List<TestResult> tests, List<CompileError> errors) {

    /** From its tests: the outcome that matters most, and a skip only where nothing else was to be had. */
    static ExerciseResult of(Exercise exercise, List<TestResult> tests) {
        Outcome outcome = tests.stream()
                .map(TestResult::outcome)
                .filter(each -> each != Outcome.SKIPPED)
                .min(Comparator.comparing(ExerciseResult::weight))
                .orElse(tests.isEmpty() ? Outcome.KIT_FAULT : Outcome.SKIPPED);
        if (outcome.isFailure()) {
            outcome = tests.stream()
                    .map(TestResult::outcome)
                    .filter(Outcome::isFailure)
                    .findFirst()
                    .orElseThrow();
        }
        return new ExerciseResult(exercise, outcome, tests, List.of());
    }

    static ExerciseResult notCompiling(Exercise exercise, List<CompileError> errors) {
        return new ExerciseResult(exercise, Outcome.DOES_NOT_COMPILE, List.of(), errors);
    }

    /**
     * The same exercise, of which the starter's code still stands: whatever its tests found was not the student's work.
     */
    ExerciseResult asNotDone() {
        return new ExerciseResult(exercise, Outcome.NOT_DONE, List.of(), List.of());
    }

    /** All failures weigh the same: the first of them counts. */
    private static int weight(Outcome outcome) {
        return (outcome.isFailure() ? Outcome.WRONG : outcome).ordinal();
    }

    /** Whether all that was asked for holds. */
    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** The first test that ended as the exercise did. */
    public Optional<TestResult> decisive() {
        return tests.stream().filter(test -> test.outcome() == outcome).findFirst();
    }

    /** How many of its tests were skipped. */
    public long skipped() {
        return tests.stream().filter(test -> test.outcome() == Outcome.SKIPPED).count();
    }
}
