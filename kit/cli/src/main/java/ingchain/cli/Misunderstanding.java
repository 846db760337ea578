package ingchain.cli;

import ingchain.cli.text.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, told in one sentence with what may have been meant. */
final class Misunderstanding {
    private Misunderstanding() {}

    static String sentence(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String help = Texts.of(
                        "main.see-help",
                        command.getCommandSpec().qualifiedName(" ").replaceFirst("^ingchain ?", ""))
                .stripTrailing();
        if (exception instanceof MissingParameterException missing) {
            String what = missing.getMissing().isEmpty()
                    ? ""
                    : missing.getMissing().get(0).paramLabel();
            return Texts.of("main.missing", command.getCommandName(), what) + " " + help;
        }
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return Texts.of(
                            "main.no-value",
                            exception.getMessage().stripTrailing().replaceFirst("\\.$", "")) + " " + help;
        }
        String word = unmatched.getUnmatched().get(0);
        String key = word.startsWith("-")
                ? "main.no-option"
                : hasSubcommands(command) ? "main.no-command" : "main.no-argument";
        List<String> meant = unmatched.getSuggestions();
        String suggestion = meant.isEmpty() ? "" : " " + Texts.of("main.did-you-mean", meant.get(0));
        return Texts.of(key, word, command.getCommandName()) + suggestion + " " + help;
    }

    private static boolean hasSubcommands(CommandLine command) {
        return !command.getSubcommands().isEmpty();
    }
}
