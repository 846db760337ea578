package ingchain.cli;

import ingchain.cli.check.Overview;
import ingchain.cli.check.Progress;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.UndonePlaces;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.text.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the exercises, and below each where it is to be written. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
    private final Kit kit;

    ListCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        List<Entry> entries = new Progress(kit.home(), Course.read(kit.home())).entries();
        List<String> lines = new Overview(kit.home(), kit.terminal(), entries).lines();
        for (int i = 0; i < lines.size(); i++) {
            Exercise exercise = entries.get(i).exercise();
            kit.terminal().line(lines.get(i));
            kit.terminal()
                    .line("      "
                            + kit.terminal().faint(new UndonePlaces(kit.home(), exercise.step()).place(exercise)));
        }
        return ExitCode.HOLDS;
    }
}
