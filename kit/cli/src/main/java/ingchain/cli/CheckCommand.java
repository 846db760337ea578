package ingchain.cli;

import ingchain.cli.check.CheckJson;
import ingchain.cli.check.CheckPrinter;
import ingchain.cli.check.Checker;
import ingchain.cli.check.Checkpoints;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.LineUp;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.Workers;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Sheet;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
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

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--replay", paramLabel = "ID")
    private String replay;

    CheckCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        Asked exercises = Asked.of(course, kit.home(), asked);
        if (replay != null) {
            return replay(course, exercises);
        }
        List<ExerciseResult> results = new ArrayList<>();
        try (Workers workers = new Workers(kit.home())) {
            for (Step step : exercises.steps()) {
                results.addAll(check(course, step, exercises.in(step), workers));
            }
        }
        ExerciseResult first = results.stream()
                .filter(result -> !result.isDone()
                        && (exercises.isOne() || !result.exercise().isBonus()))
                .findFirst()
                .orElse(null);
        if (json) {
            kit.terminal().line(new CheckJson(kit.home()).text(results));
        }
        if (first == null) {
            return ExitCode.HOLDS;
        }
        if (!json) {
            new CheckPrinter(kit.home(), kit.terminal()).details(first);
        }
        return ExitCode.DOES_NOT_HOLD;
    }

    /** Plays again what the checkpoint of one exercise has found, and tells it whether it holds or not. */
    private int replay(Course course, Asked exercises) throws IOException, InterruptedException {
        Exercise exercise = exercises.exercises().get(0);
        if (!exercises.isOne()) {
            throw new Failure(ExitCode.USAGE, Texts.of("check.replay-which"));
        }
        if (!new Checkpoints(kit.home(), exercise.step()).canReplay(exercise.number())) {
            throw new Failure(ExitCode.USAGE, Texts.of("check.replay-none", exercise.number()));
        }
        ExerciseResult result = results(
                        course,
                        exercise.step(),
                        List.of(exercise),
                        Checker.replaying(kit.home(), replay),
                        new Workers(kit.home()),
                        kit.terminal())
                .get(0);
        if (result.outcome() == Outcome.SKIPPED) {
            throw new Failure(
                    ExitCode.USAGE,
                    Texts.of("check.replay-not", result.tests().get(0).sentence()));
        }
        new CheckPrinter(kit.home(), kit.terminal()).details(result);
        return result.isDone() ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }

    private List<ExerciseResult> check(Course course, Step step, List<Exercise> asked, Workers workers)
            throws IOException, InterruptedException {
        Terminal terminal = json ? new Sheet(false, true).terminal() : kit.terminal();
        // It starts while the code is compiled.
        workers.prepare();
        List<ExerciseResult> results =
                results(course, step, asked, new Checker(kit.home(), workers), workers, terminal);
        results.forEach(new CheckPrinter(kit.home(), terminal)::line);
        return results;
    }

    private List<ExerciseResult> results(
            Course course, Step step, List<Exercise> asked, Checker checker, Workers workers, Terminal terminal)
            throws IOException, InterruptedException {
        CheckPrinter printer = new CheckPrinter(kit.home(), terminal);
        if (solution) {
            printer.step(step, true, List.of());
            return checker.reference(step, asked);
        }
        List<StepCode> earlier = new LineUp(kit.home(), course, new Checker(kit.home(), workers))
                .beforeChecked(step, before -> terminal.say("check.first", before.number()));
        printer.step(step, false, earlier);
        return checker.student(step, asked, earlier);
    }
}
