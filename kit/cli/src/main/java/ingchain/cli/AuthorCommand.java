package ingchain.cli;

import ingchain.cli.author.AuthorCheck;
import ingchain.cli.author.StarterFiles;
import ingchain.cli.exercise.Course;
import ingchain.cli.text.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Command;

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
}
