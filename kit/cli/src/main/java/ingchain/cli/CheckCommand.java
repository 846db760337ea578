package ingchain.cli;

import ingchain.cli.check.CheckPrinter;
import ingchain.cli.check.Checker;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.LineUp;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.text.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks exercises and tells what is wrong with the first that is not done. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "0..1", paramLabel = "STEP|EXERCISE", descriptionKey = "asked")
    private String asked;

    @Option(names = "--solution")
    private boolean solution;

    CheckCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        Asked exercises = Asked.of(course, kit.home(), asked);
        List<ExerciseResult> results = new ArrayList<>();
        for (Step step : exercises.steps()) {
            results.addAll(check(course, step, exercises.in(step)));
        }
        ExerciseResult first = results.stream()
                .filter(result -> !result.isDone()
                        && (exercises.isOne() || !result.exercise().isBonus()))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return ExitCode.HOLDS;
        }
        new CheckPrinter(kit.home(), kit.terminal()).details(first);
        return ExitCode.DOES_NOT_HOLD;
    }

    private List<ExerciseResult> check(Course course, Step step, List<Exercise> asked)
            throws IOException, InterruptedException {
        CheckPrinter printer = new CheckPrinter(kit.home(), kit.terminal());
        Checker checker = new Checker(kit.home());
        List<ExerciseResult> results;
        if (solution) {
            printer.step(step, true, List.of());
            results = checker.reference(step, asked);
        } else {
            List<StepCode> earlier = new LineUp(kit.home(), course)
                    .beforeChecked(step, before -> kit.terminal().say("check.first", before.number()));
            printer.step(step, false, earlier);
            results = checker.student(step, asked, earlier);
        }
        results.forEach(printer::line);
        return results;
    }
}
