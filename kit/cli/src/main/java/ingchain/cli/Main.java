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
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The ingchain command: hands each subcommand its arguments, and turns whatever goes wrong into a sentence. */
public final class Main {
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
            return commandLine().execute(args);
        } catch (Throwable unexpected) {
            return broken(unexpected);
        }
    }

    private CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Root())
                .addSubcommand(new StatusCommand(kit))
                .addSubcommand(new CheckCommand(kit))
                .addSubcommand(new RunCommand(kit))
                .addSubcommand(new NodeCommand(kit))
                .addSubcommand(new DemoCommand(kit))
                .addSubcommand(new AuthorCommand(kit))
                .addSubcommand(new HelpCommand());
        addHelpOption(commands);
        commands.setResourceBundle(ResourceBundle.getBundle(Texts.BUNDLE));
        commands.setColorScheme(
                CommandLine.Help.defaultColorScheme(kit.terminal().colour() ? Ansi.ON : Ansi.OFF));
        commands.setOut(new PrintWriter(kit.terminal().out(), true));
        commands.setErr(new PrintWriter(kit.terminal().err(), true));
        commands.setParameterExceptionHandler((exception, args) -> misunderstood(exception));
        commands.setExecutionExceptionHandler((exception, commandLine, result) -> failed(exception));
        return commands;
    }

    /** To every command but the node, which has help of its own. */
    private static void addHelpOption(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
        command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandName().equals("node")
                        && !each.getCommandName().equals("help"))
                .forEach(Main::addHelpOption);
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
        public Integer call() throws IOException {
            return new StatusCommand(kit).call();
        }
    }
}
