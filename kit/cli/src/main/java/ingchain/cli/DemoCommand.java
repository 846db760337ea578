package ingchain.cli;

import ingchain.cli.run.Demo;
import ingchain.cli.run.FullNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows three nodes that end on one chain. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Kit kit;

    DemoCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws Exception {
        return new Demo(FullNode.onReference(kit.home()), kit.terminal()).run();
    }
}
