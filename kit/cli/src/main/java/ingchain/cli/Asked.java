package ingchain.cli;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * The exercises that a command line asks for.
 *
 * @param exercises in order
 * @param isOne whether one was asked for by its own number
 */
record Asked(List<Exercise> exercises, boolean isOne) {

    /**
     * @param word a step ("1"), an exercise ("1.2") or null for everything
     * @throws Failure where there is no such step or exercise
     */
    static Asked of(Course course, Home home, String word) {
        if (word == null) {
            return new Asked(course.exercises(), false);
        }
        Optional<Exercise> exercise = ExerciseNumber.parse(word).flatMap(course::exercise);
        if (exercise.isPresent()) {
            return new Asked(List.of(exercise.get()), true);
        }
        return new Asked(course.exercises(step(course, home, word)), false);
    }

    /**
     * The step of a number.
     *
     * @throws Failure where there is none
     */
    static Step step(Course course, Home home, String word) {
        return home.steps().stream()
                .filter(step -> word.equals(String.valueOf(step.number())) || word.equals(step.folder()))
                .findFirst()
                .orElseThrow(() -> new Failure(ExitCode.USAGE, Texts.of("asked.nothing", word, all(course))));
    }

    /**
     * The exercise of a number.
     *
     * @throws Failure where there is none
     */
    static Exercise exercise(Course course, String word) {
        return ExerciseNumber.parse(word)
                .flatMap(course::exercise)
                .orElseThrow(() -> new Failure(ExitCode.USAGE, Texts.of("asked.no-exercise", word, all(course))));
    }

    List<Step> steps() {
        return exercises.stream().map(Exercise::step).distinct().toList();
    }

    List<Exercise> in(Step step) {
        return exercises.stream()
                .filter(exercise -> exercise.step().equals(step))
                .toList();
    }

    private static String all(Course course) {
        List<Exercise> all = course.exercises();
        return all.isEmpty()
                ? Texts.of("asked.none")
                : Texts.of(
                        "asked.range",
                        all.get(0).number(),
                        all.get(all.size() - 1).number());
    }
}
