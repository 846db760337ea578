package ingchain.node.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.block.Block;
import ingchain.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;

/**
 * Five nodes, each on a machine of its own, on two networks that only the third of them joins. One of them follows the
 * article's rule. Whatever happens to them, they end on one chain, with every transfer and every coin.
 */
@Tag("containers")
@DisplayName("Five nodes in five containers")
class PartitionTest {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final int REWARD = 50;

    private final Network left = Network.newNetwork();
    private final Network right = Network.newNetwork();
    private final List<NodeContainer> nodes = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    private record Payment(String from, String to, long amount, String hash) {}

    @AfterEach
    void end() {
        nodes.forEach(NodeContainer::close);
        left.close();
        right.close();
    }

    private NodeContainer node(int number) {
        return nodes.get(number - 1);
    }

    @Test
    @DisplayName("end on one chain, with every transfer, after a partition, a pause, a kill and a rolling restart")
    void whateverHappens() throws Exception {
        Engine.assumeThere();
        start();
        int rounds = Integer.getInteger("ingchain.rounds", 1);
        for (int round = 1; round <= rounds; round++) {
            partition();
            pause();
            kill();
            restartAll();
            checkCoins();
            System.out.println("round " + round + " of " + rounds + ": all five at " + node(1).tip() + ", "
                    + payments.size() + " transfers so far");
        }
    }

    private void start() throws Exception {
        nodes.add(new NodeContainer(left, "node1"));
        nodes.add(new NodeContainer(left, "node2", "--peer", "node1:8555"));
        nodes.add(new NodeContainer(left, "node3", "--peer", "node1:8555"));
        node(3).plug(right);
        nodes.add(new NodeContainer(right, "node4", "--peer", "node3:8555", "--fork-choice", "longest"));
        nodes.add(new NodeContainer(right, "node5", "--peer", "node3:8555", "--peer", "node4:8555"));
        for (NodeContainer node : nodes) {
            node.mine(1);
            awaitOneTip();
        }
    }

    /** Both sides go on by themselves; the side that does more wins, and takes in what the other had paid. */
    private void partition() throws Exception {
        node(3).unplug(right);
        pay(1, 5, 3);
        pay(4, 2, 4);
        node(1).mine(2);
        node(5).mine(3);
        assertThat(node(2).tip()).as("the sides know nothing of each other").isNotEqualTo(node(5).tip());
        node(3).plug(right);
        awaitOneTip();
        node(2).mine(1);
        awaitOneTip();
    }

    private void pause() throws Exception {
        node(2).pause();
        pay(3, 1, 2);
        node(1).mine(2);
        node(2).goOn();
        awaitOneTip();
    }

    private void kill() throws Exception {
        node(5).kill();
        pay(4, 5, 1);
        node(4).mine(1);
        node(5).startAgain();
        awaitOneTip();
        pay(5, 3, 1); // it still has its key
        node(5).mine(1);
        awaitOneTip();
    }

    private void restartAll() throws Exception {
        for (int number = 1; number <= nodes.size(); number++) {
            node(number).restart();
            node(number % nodes.size() + 1).mine(1);
            awaitOneTip();
        }
    }

    private void pay(int from, int to, long amount) throws Exception {
        String receiver = node(to).account();
        payments.add(
                new Payment(node(from).account(), receiver, amount, node(from).pay(receiver, amount)));
    }

    private void awaitOneTip() {
        await().atMost(DEADLINE).untilAsserted(() -> {
            List<String> tips = new ArrayList<>();
            for (NodeContainer node : nodes) {
                tips.add(node.tip());
            }
            assertThat(Set.copyOf(tips))
                    .as("one tip on all, and there are " + tips)
                    .hasSize(1);
        });
    }

    /** Each account has what it mined and got, less what it paid: on all nodes alike. */
    private void checkCoins() throws Exception {
        List<Block> chain = node(1).chain();
        Set<String> inBlocks = new HashSet<>();
        List<String> miners = new ArrayList<>();
        for (Block block : chain.subList(1, chain.size())) {
            block.transactions().stream().map(Transaction::hash).forEach(inBlocks::add);
            miners.add(block.transactions().get(0).txOuts().get(0).account());
        }
        assertThat(inBlocks)
                .as("no transfer is lost")
                .containsAll(payments.stream().map(Payment::hash).toList());
        long all = 0;
        for (NodeContainer owner : nodes) {
            String account = owner.account();
            long mined = REWARD * miners.stream().filter(account::equals).count();
            long got = sum(payments.stream()
                    .filter(payment -> payment.to.equals(account))
                    .toList());
            long paid = sum(payments.stream()
                    .filter(payment -> payment.from.equals(account))
                    .toList());
            all += mined + got - paid;
            for (NodeContainer node : nodes) {
                assertThat(node.balance(account))
                        .as("what " + owner + " has, as " + node + " sees it")
                        .isEqualTo(mined + got - paid);
            }
        }
        assertThat(all).isEqualTo(REWARD * (chain.size() - 1L));
    }

    private static long sum(List<Payment> payments) {
        return payments.stream().mapToLong(Payment::amount).sum();
    }
}
