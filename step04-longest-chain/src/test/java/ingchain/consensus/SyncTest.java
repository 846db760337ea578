package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.wallet.Account;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wire could change, calls from either side and many things at once, is tried over both; the rest in memory. */
@Exercise("4.5")
@DisplayName("4.5 Two nodes, then many, end on one chain")
class SyncTest {
    private final TestChain genesis = new TestChain();

    private final CapturedLog log;
    private final Transcript transcript;
    private final Cleanup cleanup;
    private TestNetwork network;

    SyncTest(CapturedLog log, Transcript transcript, Cleanup cleanup) {
        this.log = log;
        this.transcript = transcript;
        this.cleanup = cleanup;
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(1)
    @DisplayName("of two nodes that meet, the one that is behind catches up, whoever of them called")
    void twoNodes(Wire wire) throws Exception {
        TestChain longer = genesis.fork().grow(12, ALICE);
        open(wire);
        TestNode ahead = node("node A", longer);
        TestNode behind = node("node B", longer.upTo(5));
        TestNode fork = node("node C", genesis.fork().grow(7, BOB));
        network.connect(behind, ahead);
        network.connect(ahead, fork);
        network.settle();
        TestNode.expectTip(List.of(ahead, behind, fork), longer.tip());
    }

    @Test
    @Order(2)
    @DisplayName("a block that one node mines is the other's, too")
    void mining() throws Exception {
        open(Wire.MEMORY);
        TestNode a = node("node A", genesis);
        TestNode b = node("node B", genesis);
        network.connect(a, b);
        network.settle();
        for (int i = 0; i < 3; i++) {
            Block byA = a.mine(ALICE);
            network.settle();
            TestNode.expectTip(List.of(a, b), byA);
            Block byB = b.mine(BOB);
            network.settle();
            TestNode.expectTip(List.of(a, b), byB);
        }
    }

    @Test
    @Order(3)
    @DisplayName("in a line of three nodes, what one end learns reaches the other: the node between passes it on")
    void line() throws Exception {
        open(Wire.MEMORY);
        List<TestNode> nodes = nodes(3);
        network.connect(nodes.get(0), nodes.get(1));
        network.connect(nodes.get(1), nodes.get(2));
        network.settle();
        Block mined = nodes.get(0).mine(ALICE);
        network.settle();
        TestNode.expectTip(nodes, mined);
        TestNode fourth = node("node D", genesis.fork().grow(6, BOB));
        network.connect(fourth, nodes.get(2));
        network.settle();
        TestNode.expectTip(nodes, fourth.ingchain().chain().tip());
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(4)
    @DisplayName("a ring of five nodes ends on one chain, and at rest, whoever of them mines")
    void ring(Wire wire) throws Exception {
        open(wire);
        List<TestNode> nodes = nodes(5);
        for (int i = 0; i < 5; i++) {
            network.connect(nodes.get(i), nodes.get((i + 1) % 5));
        }
        network.settle();
        for (TestNode miner : nodes) {
            miner.mine(ALICE);
            Block mined = miner.mine(BOB);
            network.settle();
            TestNode.expectTip(nodes, mined);
        }
    }

    @Test
    @Order(5)
    @DisplayName("a node that joins late catches up, and takes part from then on")
    void lateJoiner() throws Exception {
        open(Wire.MEMORY);
        List<TestNode> nodes = new ArrayList<>(nodes(2));
        network.connect(nodes.get(0), nodes.get(1));
        network.settle();
        for (int i = 0; i < 12; i++) {
            nodes.get(i % 2).mine(ALICE);
            network.settle();
        }
        TestNode late = node("the late one", genesis);
        nodes.add(late);
        network.connect(late, nodes.get(1));
        network.settle();
        TestNode.expectTip(nodes, nodes.get(0).ingchain().chain().tip());
        Block mined = late.mine(CAROL);
        network.settle();
        TestNode.expectTip(nodes, mined);
    }

    @Test
    @Order(6)
    @DisplayName("where two chains are equally long, each node keeps its own until one of them mines on")
    void forkHeals() throws Exception {
        TestChain left = genesis.fork().grow(4, ALICE);
        TestChain right = genesis.fork().grow(4, BOB);
        open(Wire.MEMORY);
        List<TestNode> nodes =
                List.of(node("node A", left), node("node B", left), node("node C", right), node("node D", right));
        for (int i = 0; i < 3; i++) {
            network.connect(nodes.get(i), nodes.get(i + 1));
        }
        network.settle();
        TestNode.expectTip(nodes.subList(0, 2), left.tip());
        TestNode.expectTip(nodes.subList(2, 4), right.tip());
        Block mined = nodes.get(3).mine(BOB);
        network.settle();
        TestNode.expectTip(nodes, mined);
    }

    @Test
    @Order(7)
    @DisplayName("a payment reaches every pool, those of the peers' peers too, and leaves all of them once it is mined")
    void payments() throws Exception {
        open(Wire.MEMORY);
        TestChain rich = genesis.fork().grow(3, ALICE).grow(1, BOB);
        List<TestNode> nodes = List.of(node("node A", rich), node("node B", rich), node("node C", rich));
        network.connect(nodes.get(0), nodes.get(1));
        network.connect(nodes.get(1), nodes.get(2));
        network.settle();
        nodes.get(0).pay(ALICE, CAROL, 70);
        nodes.get(2).pay(BOB, CAROL, 20);
        network.settle();
        nodes.forEach(node -> node.expectWaiting(2));
        Block mined = nodes.get(1).mine(BOB);
        network.settle();
        TestNode.expectTip(nodes, mined);
        nodes.forEach(node -> node.expectWaiting(0));
        for (TestNode node : nodes) {
            expectBalance(node, CAROL, 90);
        }
    }

    @Test
    @Order(8)
    @DisplayName("a payment in blocks that are dropped is not lost: it waits again, and the next block holds it")
    void paymentOutlivesFork() throws Exception {
        open(Wire.MEMORY);
        TestChain rich = genesis.fork().grow(3, ALICE);
        TestNode a = node("node A", rich.fork().mine(ALICE, rich.payment(ALICE, CAROL, 30)));
        TestNode b = node("node B", rich.fork().grow(2, BOB));
        network.connect(a, b);
        network.settle();
        TestNode.expectTip(List.of(a, b), b.ingchain().chain().tip());
        a.expectWaiting(1);
        expectBalance(a, CAROL, 0);
        a.mine(ALICE);
        network.settle();
        a.expectWaiting(0);
        expectBalance(b, CAROL, 30);
    }

    private void open(Wire wire) {
        network = wire.network(log, transcript, cleanup);
    }

    private TestNode node(String name, TestChain chain) {
        return new TestNode(network, name, chain);
    }

    private List<TestNode> nodes(int count) {
        List<TestNode> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(node("node " + (char) ('A' + i), genesis));
        }
        return nodes;
    }

    private void expectBalance(TestNode node, Account account, long coins) {
        Ingchain ingchain = node.ingchain();
        if (!network.brings(() -> ingchain.balance(account.account()) == coins)) {
            throw new CheckpointFailure("at " + node.name() + ", Carol was to have " + coins + ", but she has "
                    + ingchain.balance(account.account()));
        }
    }
}
