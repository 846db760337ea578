package ingchain.node.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.block.Block;
import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.Node;
import ingchain.node.chain.Work;
import ingchain.node.message.NewBlock;
import ingchain.node.message.Transfers;
import ingchain.program.HostPort;
import ingchain.transaction.Transaction;
import ingchain.wallet.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("twenty nodes take all that the machine has")
@DisplayName("News")
class RelayTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private Node node(List<Block> blocks) {
        Node node = Branch.node(blocks);
        open.add(node);
        return node;
    }

    private FellowPeer fellowOf(Node node, List<Block> chain) throws Exception {
        FellowPeer fellow = new FellowPeer(node.listen("127.0.0.1", 0));
        open.add(fellow);
        fellow.claim(chain);
        assertThat(fellow.isServed()).as("its claim has been read").isTrue();
        return fellow;
    }

    @Test
    @DisplayName("of a block reaches the other end of a line of twenty nodes")
    void line() throws Exception {
        List<Block> blocks = Branch.ofHeight(3, 0);
        List<Node> line = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Node node = node(blocks);
            if (i > 0) {
                node.dial(new HostPort("127.0.0.1", line.get(i - 1).listen("127.0.0.1", 0)));
            }
            line.add(node);
        }
        Block mined = Branch.mine(line.get(0));
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(line)
                        .allMatch(node -> Branch.tip(node).hash().equals(mined.hash())));
        Block back = Branch.mine(line.get(19));
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(line)
                        .allMatch(node -> Branch.tip(node).hash().equals(back.hash())));
    }

    @Test
    @DisplayName("of a block comes to each peer once, in nodes that are all connected with each other")
    void clique() throws Exception {
        List<Block> blocks = Branch.ofHeight(3, 0);
        List<Node> clique = new ArrayList<>();
        List<FellowPeer> watchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Node node = node(blocks);
            watchers.add(fellowOf(node, blocks));
            for (Node other : clique) {
                node.dial(new HostPort("127.0.0.1", other.listen("127.0.0.1", 0)));
            }
            clique.add(node);
        }
        Block mined = Branch.mine(clique.get(0));
        for (FellowPeer watcher : watchers) {
            assertThat(watcher.hear(NewBlock.TYPE).toString()).contains(mined.hash());
            assertThat(watcher.heardUntilServed()).doesNotContain(NewBlock.TYPE);
        }
    }

    @Test
    @DisplayName("does not go back to where it came from")
    void noEcho() throws Exception {
        List<Block> blocks = Branch.ofHeight(4, 0);
        Node node = node(blocks.subList(0, 3));
        FellowPeer source = fellowOf(node, blocks.subList(0, 3));
        FellowPeer other = fellowOf(node, blocks.subList(0, 3));
        source.say(NewBlock.TYPE, NewBlock.of(blocks.get(3), Work.of(blocks)));
        assertThat(other.hear(NewBlock.TYPE).toString()).contains(blocks.get(3).hash());
        source.say(NewBlock.TYPE, NewBlock.of(blocks.get(3), Work.of(blocks)));
        assertThat(source.heardUntilServed()).doesNotContain(NewBlock.TYPE);
        assertThat(other.heardUntilServed()).doesNotContain(NewBlock.TYPE);
    }

    @Test
    @DisplayName("of a transfer comes to each peer once, and not back to where it came from")
    void transfers() throws Exception {
        Node node = node(Branch.ofHeight(1, 0));
        Account payer = node.createAccount();
        node.mine(payer.account());
        FellowPeer first = fellowOf(node, node.blocks());
        FellowPeer second = fellowOf(node, node.blocks());
        Transaction paid = node.send(node.ingchain().wallet().sign(payer.account(), "d".repeat(40), 20));
        for (FellowPeer peer : List.of(first, second)) {
            assertThat(peer.hear(Transfers.TYPE).toString()).contains(paid.hash());
        }
        first.say(Transfers.TYPE, new Transfers(List.of(paid)));
        assertThat(first.heardUntilServed()).doesNotContain(Transfers.TYPE);
        assertThat(second.heardUntilServed()).doesNotContain(Transfers.TYPE);
    }

    @Test
    @DisplayName("of what waits in the pool comes to a peer that is new")
    void poolForANewPeer() throws Exception {
        Node payer = node(Branch.ofHeight(1, 0));
        Account account = payer.createAccount();
        payer.mine(account.account());
        Transaction paid = payer.send(payer.ingchain().wallet().sign(account.account(), "d".repeat(40), 20));
        Node late = node(payer.blocks());
        Node last = node(payer.blocks());
        last.dial(new HostPort("127.0.0.1", late.listen("127.0.0.1", 0)));
        late.dial(new HostPort("127.0.0.1", payer.listen("127.0.0.1", 0)));
        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(last.ingchain().pool().pending()).containsExactly(paid));
    }

    @Test
    @DisplayName("is known by the latest hashes only, however many there are")
    void bounded() {
        Known known = new Known(2);
        String[] hashes = {"a".repeat(64), "b".repeat(64), "c".repeat(64)};
        for (String hash : hashes) {
            assertThat(known.add(hash)).isTrue();
        }
        assertThat(known.add(hashes[2])).isFalse();
        assertThat(known.contains(hashes[1])).isTrue();
        assertThat(known.contains(hashes[0])).isFalse();
        assertThat(known.add("no hash")).isFalse();
    }
}
