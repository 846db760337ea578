package ingchain.cli;

import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.StepCompiler;
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
        StepsToRun steps = new StepsToRun(kit);
        FullNode node = new FullNode(
                kit.home(), new ClassPaths(kit.home()).ofNode(StepCompiler.classesOf(steps.allReference())));
        return new Demo(node, kit.terminal()).run();
    }
}
