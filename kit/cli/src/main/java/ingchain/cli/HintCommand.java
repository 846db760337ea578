package ingchain.cli;

import ingchain.cli.check.Overview;
import ingchain.cli.check.Progress;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.hint.HintBook;
import ingchain.cli.hint.HintBook.Hint;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Markdown;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a hint, a further one each time. */
@Command(name = "hint")
final class HintCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", descriptionKey = "asked")
    private String asked;

    HintCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        Course course = Course.read(kit.home());
        Exercise exercise = asked == null ? next(course) : Asked.exercise(course, asked);
        Optional<Hint> hint = new HintBook(kit.home()).next(exercise);
        kit.terminal()
                .line(kit.terminal().bold(exercise.label())
                        + hint.map(given -> ": " + given.title()).orElse(""));
        kit.terminal().line();
        if (hint.isEmpty()) {
            kit.terminal().say("hint.none", Chapter.place(kit.home(), exercise));
            return ExitCode.DOES_NOT_HOLD;
        }
        Markdown.lines(hint.get().lines(), kit.terminal()).forEach(kit.terminal()::line);
        return ExitCode.HOLDS;
    }

    private Exercise next(Course course) throws IOException {
        Progress progress = new Progress(kit.home(), course);
        return new Overview(kit.home(), kit.terminal(), progress.entries())
                .next()
                .orElseThrow(() -> new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("status.all-done")));
    }
}
