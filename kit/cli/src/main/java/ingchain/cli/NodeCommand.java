package ingchain.cli;

import ingchain.cli.run.FullNode;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the full node, within this very process: a signal to the command is a signal to the node. */
@Command(name = "node")
final class NodeCommand implements Callable<Integer> {
    private final Kit kit;

    @Option(names = "--steps", paramLabel = "mine|reference", defaultValue = "reference")
    private String whose;

    @Unmatched
    private List<String> options = new ArrayList<>();

    NodeCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws Exception {
        FullNode node = node();
        if (options.contains("--help")) {
            kit.terminal().say("node.help");
        }
        node.runHere(options);
        return ExitCode.STAY;
    }

    /** What the node would say against its options; empty where nothing. */
    Optional<String> misunderstanding() throws IOException, InterruptedException {
        return node().misunderstanding(options);
    }

    private FullNode node() throws IOException {
        return switch (whose) {
            case "mine" -> FullNode.on(kit.home(), new StepsToRun(kit).allMine());
            case "reference" -> FullNode.onReference(kit.home());
            default -> throw new Failure(ExitCode.USAGE, Texts.of("node.whose-steps", whose));
        };
    }
}
