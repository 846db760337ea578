package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise(value = "4.5", seconds = 30)
@DisplayName("4.5 In some orders by chance, where there are too many to try all")
class RandomOrdersTest {
    private static final int ORDERS = 5;

    @Test
    @Order(1)
    @DisplayName("nodes with chains of all lengths end on the longest, in whatever order their messages arrive")
    void meeting(Transcript transcript) throws Exception {
        List<TestChain> chains = List.of(
                new TestChain(),
                new TestChain().grow(4, ALICE),
                new TestChain().grow(5, BOB),
                new TestChain().grow(2, CAROL));
        for (int seed = 1; seed <= ORDERS; seed++) {
            MemoryNetwork network = network(transcript, seed);
            List<TestNode> nodes = chains.stream()
                    .map(chain -> new TestNode(network, "node of height " + chain.height(), chain))
                    .toList();
            connectAll(network, nodes);
            settle(network, new Random(seed));
            TestNode.expectTip(nodes, chains.get(2).tip());
        }
    }

    @Test
    @Order(2)
    @DisplayName(
            "nodes that mine while messages are on their way end equally high, and on one chain once one of them mines"
                    + " on")
    void mining(Transcript transcript) throws Exception {
        for (int seed = 1; seed <= ORDERS; seed++) {
            Random random = new Random(seed);
            MemoryNetwork network = network(transcript, seed);
            List<TestNode> nodes = List.of(
                    new TestNode(network, "node A", new TestChain()),
                    new TestNode(network, "node B", new TestChain()),
                    new TestNode(network, "node C", new TestChain()));
            connectAll(network, nodes);
            for (int i = 0; i < 5; i++) {
                deliver(network, random, random.nextInt(8));
                nodes.get(random.nextInt(3)).mine(List.of(ALICE, BOB, CAROL).get(random.nextInt(3)));
            }
            settle(network, random);
            if (!network.brings(() -> heights(nodes).distinct().count() == 1)) {
                throw new CheckpointFailure(
                        "when all was said, all nodes were to be equally high, but their heights are "
                                + heights(nodes).toList());
            }
            Block mined = nodes.get(random.nextInt(3)).mine(ALICE);
            settle(network, random);
            TestNode.expectTip(nodes, mined);
        }
    }

    private static Stream<Integer> heights(List<TestNode> nodes) {
        return nodes.stream().map(node -> node.ingchain().chain().height());
    }

    private static MemoryNetwork network(Transcript transcript, int seed) {
        transcript.step("a new network, where messages arrive in the order of random number seed " + seed);
        return new MemoryNetwork(transcript);
    }

    private static void connectAll(MemoryNetwork network, List<TestNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                network.connect(nodes.get(i), nodes.get(j));
            }
        }
    }

    private static void settle(MemoryNetwork network, Random random) throws Exception {
        deliver(network, random, Integer.MAX_VALUE);
        network.settle();
    }

    /**
     * Delivers so many messages, each on a link that chance picks; on one link they stay in order, as TCP keeps them.
     */
    private static void deliver(MemoryNetwork network, Random random, int count) {
        for (int i = 0; i < count; i++) {
            List<MemoryNetwork.Link> waiting = network.links().stream()
                    .filter(MemoryNetwork.Link::isWaiting)
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            network.deliver(waiting.get(random.nextInt(waiting.size())));
        }
    }
}
