package ingchain.cli;

import ingchain.cli.bank.Bank;
import ingchain.cli.exercise.Course;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells whether a command line would be understood, without running it. */
final class Understood {
    private final Kit kit;
    private final Course course;

    Understood(Kit kit, Course course) {
        this.kit = kit;
        this.course = course;
    }

    /** What is wrong with the words behind {@code ./ingchain}, as the command would say it; empty where nothing is. */
    Optional<String> mistake(List<String> words) {
        try {
            ParseResult result = new Main(kit).commandLine().parseArgs(words.toArray(String[]::new));
            while (result.hasSubcommand()) {
                result = result.subcommand();
            }
            CommandLine command = result.commandSpec().commandLine();
            for (PositionalParamSpec asked : result.matchedPositionals()) {
                for (String word : asked.originalStringValues()) {
                    look(command, asked.paramLabel(), word);
                }
            }
            return command.getCommand() instanceof NodeCommand node ? node.misunderstanding() : Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(Misunderstanding.sentence(e));
        } catch (Failure e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is what a word names: a step, an exercise, an entry of the bank, a command. */
    private void look(CommandLine command, String label, String word) {
        switch (label) {
            case "STEP|EXERCISE" -> Asked.of(course, kit.home(), word);
            case "EXERCISE" -> Asked.exercise(course, word);
            case "STEP" -> Asked.step(course, kit.home(), word);
            case "ENTRY|EXERCISE|STEP" -> Bank.read(kit.home()).asked(List.of(word), 1);
            default -> {
                if (command.getCommandName().equals("help")
                        && !command.getParent().getSubcommands().containsKey(word)) {
                    throw new Failure(ExitCode.USAGE, Texts.of("main.no-command", word));
                }
            }
        }
    }
}
