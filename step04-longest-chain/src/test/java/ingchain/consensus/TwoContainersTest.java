package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** The program of step 4 as it will run in the end: each node on a machine of its own, and a network between them. */
@Tag("containers")
@Exercise(value = "4.5", seconds = 150)
@DisplayName("4.5 Two nodes in two containers")
class TwoContainersTest {
    private static final Pattern TIP = Pattern.compile("^height (\\d+) tip ([0-9a-f]{64})$", Pattern.MULTILINE);

    /** What the nodes in the containers are told, so that they end even if nobody stops them. */
    private static final List<String> FOR_A_WHILE = List.of("--host", "0.0.0.0", "--port", "8555", "--seconds", "120");

    private final Transcript transcript;

    TwoContainersTest(Transcript transcript) {
        this.transcript = transcript;
    }

    @Test
    @DisplayName("two nodes in two containers end on one chain, and go on together")
    void oneChain() throws Exception {
        Containers.assumeThere();
        // In a container nobody can see that an exercise is not done yet.
        new ChainSync(new Ingchain(), ForkChoice.LONGEST, text -> {}, line -> {});
        try (Network network = Network.newNetwork();
                GenericContainer<?> ahead = node(network, "node1", "--mine", "7");
                GenericContainer<?> behind =
                        node(network, "node2", "--mine", "2", "--every", "1", "--peer", "node1:8555")) {
            start("node 1", ahead);
            start("node 2", behind);
            transcript.await("the node that was behind has reached height 8", () -> reached(behind) >= 8);
            transcript.await("what it mines then comes to the other one", () -> reached(ahead) >= 10);
            transcript.await(
                    "both have followed one tip above height 8",
                    () -> tips(ahead).stream().filter(tips(behind)::contains).anyMatch(tip -> height(tip) > 8));
        }
    }

    private static GenericContainer<?> node(Network network, String name, String... args) {
        List<String> all = new ArrayList<>(FOR_A_WHILE);
        all.addAll(List.of(args));
        return Containers.running(network, name, ChainProgram.class, all)
                .waitingFor(Wait.forLogMessage(".*listening on.*", 1));
    }

    private void start(String name, GenericContainer<?> node) {
        try {
            node.start();
        } catch (ContainerLaunchException e) {
            throw new CheckpointFailure(name + " does not start in its container: " + node.getLogs());
        }
        transcript.step(name + " runs in a container: " + String.join(" ", node.getCommandParts()));
    }

    private static int reached(GenericContainer<?> node) {
        return tips(node).stream().mapToInt(TwoContainersTest::height).max().orElse(0);
    }

    /** The tips that a node has printed so far, each as "height H tip HASH". */
    private static Set<String> tips(GenericContainer<?> node) {
        return TIP.matcher(node.getLogs())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int height(String tip) {
        return Integer.parseInt(tip.split(" ")[1]);
    }
}
