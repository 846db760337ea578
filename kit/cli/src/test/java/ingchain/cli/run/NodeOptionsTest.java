package ingchain.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.check.Checker;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.StepCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NodeOptionsTest {
    private final Home home = new Home(Path.of(System.getProperty("ingchain.root")));
    private final FullNode node = new FullNode(
            home, new ClassPaths(home).ofNode(StepCompiler.classesOf(new Checker(home).references(Integer.MAX_VALUE))));

    @Test
    @DisplayName("the node tells of an option that it does not know, and of nothing where it knows all of them")
    void misunderstood() throws Exception {
        assertThat(node.misunderstanding(List.of("--mine", "5", "--peer", "HOST:8555", "--verbose")))
                .isEmpty();
        assertThat(node.misunderstanding(List.of("--dance")).orElseThrow()).contains("no option --dance");
        assertThat(node.misunderstanding(List.of("--mine", "many")).orElseThrow())
                .contains("--mine");
    }
}
