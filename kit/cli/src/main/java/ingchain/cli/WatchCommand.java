package ingchain.cli;

import ingchain.cli.exercise.Course;
import ingchain.cli.text.ExitCode;
import ingchain.cli.watch.LearnersLoop;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one exercise and checks it on every save, until the user leaves. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", descriptionKey = "asked")
    private String asked;

    WatchCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        new LearnersLoop(kit.home(), course, kit.terminal()).run(asked == null ? null : Asked.exercise(course, asked));
        kit.terminal().say("watch.left");
        return ExitCode.HOLDS;
    }
}
