package ingchain.cli;

import ingchain.cli.author.AuthorCheck;
import ingchain.cli.author.Soak;
import ingchain.cli.author.StarterFiles;
import ingchain.cli.exercise.Course;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** For the authors of exercises. */
@Command(name = "author")
final class AuthorCommand {
    private final Kit kit;

    AuthorCommand(Kit kit) {
        this.kit = kit;
    }

    @Command(name = "starters")
    int starters() throws IOException {
        Course course = Course.read(kit.home());
        new StarterFiles(kit.home(), kit.terminal()).write(course);
        return ExitCode.HOLDS;
    }

    @Command(name = "check")
    int check() throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        boolean sound = new AuthorCheck(kit.home(), kit.terminal(), course).run();
        return sound ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }

    @Command(name = "soak")
    int soak(
            @Option(names = "--runs", paramLabel = "N", defaultValue = "100", descriptionKey = "runs") int runs,
            @Option(names = "--pinned-runs", paramLabel = "N", defaultValue = "10", descriptionKey = "pinned-runs")
                    int pinnedRuns)
            throws IOException, InterruptedException {
        if (runs < 0 || pinnedRuns < 0 || runs + pinnedRuns == 0) {
            throw new Failure(ExitCode.USAGE, Texts.of("soak.no-runs"));
        }
        boolean steady = new Soak(kit.home(), kit.terminal()).run(runs, pinnedRuns);
        return steady ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
