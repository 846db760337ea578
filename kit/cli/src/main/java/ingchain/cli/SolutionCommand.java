package ingchain.cli;

import ingchain.cli.check.Progress;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.reset.OursAndYours;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows our solution of an exercise beside the student's, once theirs is done or they really want to see it. */
@Command(name = "solution")
final class SolutionCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "1", paramLabel = "EXERCISE", descriptionKey = "asked")
    private String asked;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "yes")
    private boolean yes;

    SolutionCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        Course course = Course.read(kit.home());
        Exercise exercise = Asked.exercise(course, asked);
        boolean done = new Progress(kit.home(), course)
                .entries().stream().anyMatch(entry -> entry.exercise().equals(exercise) && entry.wasDone());
        if (!done && !yes && !kit.terminal().agrees(Texts.of("solution.sure", exercise.number()))) {
            kit.terminal().say("solution.left", exercise.number());
            return ExitCode.DOES_NOT_HOLD;
        }
        new OursAndYours(kit.home(), course).lines(exercise, kit.terminal()).forEach(kit.terminal()::line);
        return ExitCode.HOLDS;
    }
}
