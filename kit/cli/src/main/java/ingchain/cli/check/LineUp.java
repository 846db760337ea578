package ingchain.cli.check;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Chooses the code that a step builds on: the student's earlier steps where these are done, and otherwise the
 * reference, so that a student who is stuck in one step can go on with the next.
 */
public final class LineUp {
    private final Home home;
    private final Course course;
    private final StepCompiler compiler;
    private final Checker checker;
    private final Results results;

    /** For the student's code in this kit, checked by this checker where it must be. */
    public LineUp(Home home, Course course, Checker checker) {
        this.home = home;
        this.course = course;
        this.compiler = checker.compiler();
        this.checker = checker;
        this.results = new Results(home);
    }

    /** The code before a step, by the results that are kept; nothing is run. */
    public List<StepCode> before(Step step) throws IOException {
        List<StepCode> codes = new ArrayList<>();
        for (Step earlier : stepsBefore(step)) {
            codes.add(choose(earlier, codes));
        }
        return codes;
    }

    /**
     * The code before a step; an earlier step that was changed since its last check, and looks done, is checked again.
     *
     * @param announce is told of a step before it is checked
     */
    public List<StepCode> beforeChecked(Step step, Consumer<Step> announce) throws IOException, InterruptedException {
        List<StepCode> codes = new ArrayList<>();
        for (Step earlier : stepsBefore(step)) {
            if (looksDone(earlier) && !isKnown(earlier, codes)) {
                announce.accept(earlier);
                checker.student(earlier, course.exercises(earlier), codes);
            }
            codes.add(choose(earlier, codes));
        }
        return codes;
    }

    /** The student's code of a step where it is done, otherwise the reference, on the code given. */
    public StepCode choose(Step step, List<StepCode> earlier) throws IOException {
        if (isGreen(step, earlier)) {
            StepCompiler.Compiled compiled = compiler.student(step, earlier);
            if (compiled.errors().isEmpty()) {
                return compiled.code();
            }
        }
        return compiler.reference(step, earlier);
    }

    private boolean isGreen(Step step, List<StepCode> earlier) throws IOException {
        String hash = checker.hash(step, earlier);
        for (Exercise exercise : required(step)) {
            if (!results.isDone(exercise, hash)) {
                return false;
            }
        }
        return !required(step).isEmpty();
    }

    /** Whether the last check of every exercise saw exactly this code, whatever it found. */
    private boolean isKnown(Step step, List<StepCode> earlier) throws IOException {
        String hash = checker.hash(step, earlier);
        for (Exercise exercise : required(step)) {
            if (results.find(exercise.number())
                    .filter(kept -> kept.hash().equals(hash))
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean looksDone(Step step) throws IOException {
        UndonePlaces undone = new UndonePlaces(home, step);
        return !required(step).isEmpty()
                && required(step).stream().noneMatch(exercise -> undone.contains(exercise.number()));
    }

    private List<Exercise> required(Step step) {
        return course.exercises(step).stream()
                .filter(exercise -> !exercise.isBonus())
                .toList();
    }

    private List<Step> stepsBefore(Step step) {
        return home.steps().stream()
                .filter(each -> each.number() < step.number())
                .toList();
    }
}
