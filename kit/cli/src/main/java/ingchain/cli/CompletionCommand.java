package ingchain.cli;

import ingchain.cli.text.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the script by which bash and zsh complete the command: {@code source <(./ingchain completion)}. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    private final Kit kit;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        kit.terminal().line(AutoComplete.bash("ingchain", spec.root().commandLine()));
        return ExitCode.HOLDS;
    }
}
