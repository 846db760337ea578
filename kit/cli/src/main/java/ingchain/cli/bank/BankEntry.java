package ingchain.cli.bank;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.exercise.Starter;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A solution that somebody might hand in.
 *
 * @param place where it is written down, FILE:LINE
 * @param id its name, which is its own in the whole bank
 * @param title what is wrong or unusual about it, in a few words
 * @param step the number of the step that it changes
 * @param red the exercises that must be red, the one that it is about first; empty for a right solution
 * @param changes what it makes of the reference
 */
public record BankEntry(String place, String id, String title, int step, List<Expected> red, List<Change> changes) {

    /** Whether it is a right solution, and so must pass. */
    public boolean isRight() {
        return red.isEmpty();
    }

    /** Whether a word of a command line means this entry: its name, its exercise or its step. */
    boolean isMeantBy(String word) {
        return word.equals(id)
                || word.equals(String.valueOf(step))
                || !red.isEmpty() && word.equals(red.get(0).exercise().toString());
    }

    /** Whether an exercise came out as it must. */
    boolean asExpected(ExerciseResult result) {
        return expected(result.exercise().number())
                .map(expected -> expected.is(result))
                .orElseGet(result::isDone);
    }

    /** What is expected of an exercise; empty where it must be green. */
    Optional<Expected> expected(ExerciseNumber number) {
        return red.stream()
                .filter(expected -> expected.exercise().equals(number))
                .findFirst();
    }

    /**
     * The sources of the step with the changes made.
     *
     * @throws Failure where a change does not fit the reference any more
     */
    Map<Path, String> sources(Course course) {
        Map<Path, String> sources = new TreeMap<>();
        course.files().stream()
                .filter(file -> file.step().number() == step)
                .forEach(file -> sources.put(file.path(), Starter.of(file.source(), number -> true)));
        for (Change change : changes) {
            change.apply(sources).ifPresent(problem -> {
                throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("matrix.misfit", place, id, problem));
            });
        }
        return sources;
    }

    /** Why its changes do not fit the reference any more, in a sentence; empty where they do. */
    public Optional<String> misfit(Course course) {
        try {
            sources(course);
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure.getMessage());
        }
    }
}
