package ingchain.cli;

import ingchain.cli.kit.Home;
import ingchain.cli.launch.Build;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The ingchain command: hands each subcommand its arguments, and turns whatever goes wrong into a sentence. */
public final class Main {
    /** Commands that tell of the others. */
    private static final Set<String> NEEDS_ALL = Set.of("help", "completion");

    private final Kit kit;

    Main(Kit kit) {
        this.kit = kit;
    }

    /** Ends the process with the exit code of what was asked, see {@link ExitCode}. */
    public static void main(String[] args) throws IOException {
        Terminal terminal = Terminal.ofProcess();
        int code;
        try {
            Home home = Home.ofProcess();
            code = Boolean.getBoolean("ingchain.check-build") && !Build.isFresh(home.root())
                    ? ExitCode.BUILD_FIRST
                    : new Main(new Kit(home, terminal)).run(args);
        } catch (Failure failure) {
            terminal.complain(failure.getMessage());
            code = failure.exitCode();
        }
        if (code != ExitCode.STAY) {
            System.exit(code);
        }
    }

    /** Runs one command line and gives its exit code; throws nothing. */
    int run(String... args) {
        try {
            String language = Language.askedFor(args);
            // Authors write English, and what the command writes onto their pages is to be the same everywhere.
            Texts.speak(List.of(args).contains("author") ? "en" : language);
            return commandLine(args).execute(args);
        } catch (Failure failure) {
            return failed(failure);
        } catch (Throwable unexpected) {
            return broken(unexpected);
        }
    }

    /**
     * Only the command that is asked for is made, because reading the others' options takes longer than most of them; all
     * where none is.
     */
    CommandLine commandLine(String... args) {
        Map<String, Supplier<Object>> all = commands();
        String asked = Stream.of(args).filter(all::containsKey).findFirst().orElse(null);
        boolean one = asked != null && args[0].equals(asked) && !NEEDS_ALL.contains(asked);
        CommandLine commands = new CommandLine(new Root());
        all.forEach((name, command) -> {
            if (!one || name.equals(asked)) {
                commands.addSubcommand(command.get());
            }
        });
        addOptions(commands);
        commands.setResourceBundle(Texts.bundle());
        commands.setColorScheme(
                CommandLine.Help.defaultColorScheme(kit.terminal().colour() ? Ansi.ON : Ansi.OFF));
        commands.setOut(new PrintWriter(kit.terminal().out(), true));
        commands.setErr(new PrintWriter(kit.terminal().err(), true));
        commands.setParameterExceptionHandler((exception, line) -> misunderstood(exception));
        commands.setExecutionExceptionHandler((exception, commandLine, result) -> failed(exception));
        return commands;
    }

    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("watch", () -> new WatchCommand(kit));
        commands.put("status", () -> new StatusCommand(kit));
        commands.put("check", () -> new CheckCommand(kit));
        commands.put("hint", () -> new HintCommand(kit));
        commands.put("list", () -> new ListCommand(kit));
        commands.put("reset", () -> new ResetCommand(kit));
        commands.put("solution", () -> new SolutionCommand(kit));
        commands.put("run", () -> new RunCommand(kit));
        commands.put("node", () -> new NodeCommand(kit));
        commands.put("demo", () -> new DemoCommand(kit));
        commands.put("docs", () -> new DocsCommand(kit));
        commands.put("author", () -> new AuthorCommand(kit));
        commands.put("completion", () -> new CompletionCommand(kit));
        commands.put("help", HelpCommand::new);
        return commands;
    }

    /** To every command but the node, which has help of its own. */
    private static void addOptions(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build())
                .addOption(OptionSpec.builder(Language.OPTION)
                        .type(String.class)
                        .paramLabel(String.join("|", Texts.LANGUAGES))
                        .completionCandidates(Texts.LANGUAGES)
                        .descriptionKey("lang")
                        .build());
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandName().equals("node")
                        && !each.getCommandName().equals("help"))
                .forEach(Main::addOptions);
    }

    private int misunderstood(ParameterException exception) {
        kit.terminal().complain(Misunderstanding.sentence(exception));
        return ExitCode.USAGE;
    }

    private int failed(Throwable exception) {
        if (exception instanceof Failure failure) {
            kit.terminal().complain(failure.getMessage());
            return failure.exitCode();
        }
        return broken(exception);
    }

    /** A fault of the kit: the stack trace goes to a file, the user reads a sentence. */
    private int broken(Throwable unexpected) {
        StringWriter trace = new StringWriter();
        unexpected.printStackTrace(new PrintWriter(trace, true));
        String place;
        try {
            Path file = Files.createDirectories(kit.home().state()).resolve("last-error.txt");
            Files.writeString(file, LocalDateTime.now() + "\n" + trace);
            place = kit.home().shown(file);
        } catch (IOException e) {
            place = unexpected.toString();
        }
        kit.terminal().complain(Texts.of("main.broken", place));
        return ExitCode.BROKEN;
    }

    @Command(name = "ingchain")
    private final class Root implements Callable<Integer> {
        @Override
        public Integer call() throws IOException, InterruptedException {
            return kit.terminal().interactive() ? new WatchCommand(kit).call() : new StatusCommand(kit).call();
        }
    }
}
