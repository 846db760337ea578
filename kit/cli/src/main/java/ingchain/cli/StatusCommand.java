package ingchain.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ingchain.cli.check.Overview;
import ingchain.cli.check.Progress;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Step;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how far the student has come, without running anything. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Kit kit;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    StatusCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        List<Entry> entries = new Progress(kit.home(), Course.read(kit.home())).entries();
        Overview overview = new Overview(kit.home(), kit.terminal(), entries);
        if (json) {
            String next = overview.next().map(each -> each.number().toString()).orElse(null);
            kit.terminal()
                    .line(GSON.toJson(new Status(
                            next, entries.stream().map(StatusCommand::row).toList())));
        } else {
            print(entries, overview);
        }
        return ExitCode.HOLDS;
    }

    private void print(List<Entry> entries, Overview overview) throws IOException {
        Terminal terminal = kit.terminal();
        List<String> lines = overview.lines();
        Step step = null;
        for (int i = 0; i < lines.size(); i++) {
            if (!entries.get(i).exercise().step().equals(step)) {
                step = entries.get(i).exercise().step();
                terminal.line(terminal.bold(Texts.of("check.step", step.number(), step.folder())));
            }
            terminal.line("  " + lines.get(i));
        }
        terminal.line();
        terminal.line(overview.bar());
        overview.nextSteps().forEach(terminal::line);
    }

    private static Row row(Entry entry) {
        Exercise exercise = entry.exercise();
        return new Row(
                exercise.number().toString(),
                exercise.title(),
                exercise.isBonus(),
                entry.isDone(),
                entry.state().name(),
                entry.last().map(Enum::name).orElse(null));
    }

    /**
     * What {@code status --json} tells.
     *
     * @param next the number of the next exercise; absent where all are done
     */
    private record Status(String next, List<Row> exercises) {}

    /**
     * One exercise.
     *
     * @param done whether the last check, of exactly this code, found it done
     * @param state CHECKED, NOT_DONE, CHANGED since its last check, or NOT_CHECKED
     * @param last the outcome of the last check; absent where there was none
     */
    private record Row(String exercise, String title, boolean bonus, boolean done, String state, String last) {}
}
