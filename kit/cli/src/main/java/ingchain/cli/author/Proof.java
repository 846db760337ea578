package ingchain.cli.author;

import ingchain.cli.check.Checker;
import ingchain.cli.check.CompileErrors;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.TestResult;
import ingchain.cli.check.Trial;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.exercise.Starter;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proves that a step's exercises can be done one after the other. For each stage, from the starter to the solution, the
 * checkpoints of what was just solved must be green, and those of what comes next must be red.
 */
final class Proof {
    private final Home home;
    private final Course course;
    private final Checker checker;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Proof(Home home, Course course) {
        this.home = home;
        this.course = course;
        this.checker = new Checker(home);
    }

    /** What keeps the exercises from being sound, as sentences. */
    List<String> problems() {
        return problems;
    }

    /** What could be better. */
    List<String> notes() {
        return notes;
    }

    /**
     * Looks at one stage of a step.
     *
     * @param solved how many of its exercises are solved
     */
    void stage(Step step, int solved) throws IOException, InterruptedException {
        List<Exercise> exercises = course.exercises(step);
        try (Trial trial = new Trial(home, step, sources(step, solved))) {
            List<CompileError> errors = trial.compile();
            if (!errors.isEmpty()) {
                problems.add(
                        Texts.of("author.stage-does-not-compile", stageName(exercises, solved), trial.text(errors)));
                return;
            }
            for (ExerciseResult result : checker.check(asked(exercises, solved), trial.steps(step.number()))) {
                boolean hasCheckpoint =
                        !result.tests().isEmpty() || !result.errors().isEmpty();
                if (hasCheckpoint) {
                    judge(result, solved);
                }
            }
        }
    }

    /** The step half done: its exercises solved up to one, and the later ones as the student finds them. */
    private Map<Path, String> sources(Step step, int solved) {
        Map<Path, String> sources = new TreeMap<>();
        for (SolutionFile file : course.files(step)) {
            sources.put(file.path(), Starter.of(file.source(), number -> number.index() <= solved));
        }
        return sources;
    }

    /**
     * On the starter every exercise has to be red; on every other stage, the one just solved and the next are of
     * interest.
     */
    private static List<Exercise> asked(List<Exercise> exercises, int solved) {
        return exercises.stream()
                .filter(exercise -> solved == 0
                        || exercise.number().index() == solved
                        || exercise.number().index() == solved + 1)
                .toList();
    }

    private void judge(ExerciseResult result, int solved) {
        int index = result.exercise().number().index();
        String number = result.exercise().number().toString();
        TestResult test = result.decisive().orElse(null);
        if (index <= solved) {
            if (!result.isDone()) {
                problems.add(Texts.of(
                        "author.not-green", number, Texts.of(result.outcome().key()), why(result, test)));
            }
        } else if (result.isDone()) {
            problems.add(Texts.of(solved == 0 ? "author.not-red" : "author.not-red-in-turn", number));
        } else if (index == solved + 1 && !namesItself(result, test)) {
            notes.add(Texts.of(
                    "author.red-otherwise", number, Texts.of(result.outcome().key()), why(result, test)));
        }
    }

    private static boolean namesItself(ExerciseResult result, TestResult test) {
        return result.outcome() == Outcome.NOT_DONE
                && test != null
                && test.cause().contains("exercise " + result.exercise().number() + " ");
    }

    private String why(ExerciseResult result, TestResult test) {
        return test == null ? new CompileErrors(home).text(result.errors()) : test.name() + ": " + test.cause();
    }

    private static String stageName(List<Exercise> exercises, int solved) {
        return solved == 0
                ? Texts.of("author.stage-starter", exercises.get(0).step().number())
                : Texts.of("author.stage-solved", exercises.get(solved - 1).number());
    }
}
