package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.block.Block;
import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.node.RawPeer;
import ingchain.node.message.GetBlocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On the wire, a node")
class LimitsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private int port;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private Node node(List<Block> blocks, NodeSettings settings) throws Exception {
        Node node = Branch.node(blocks, settings.telling(event -> events.add(event.line())));
        open.add(node);
        port = node.listen("127.0.0.1", 0);
        return node;
    }

    private RawPeer stranger() throws Exception {
        RawPeer peer = new RawPeer(port);
        open.add(peer);
        return peer;
    }

    private FellowPeer fellow() throws Exception {
        FellowPeer peer = new FellowPeer(port);
        open.add(peer);
        return peer;
    }

    private void assertOffence(Rule rule) {
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(events).anyMatch(line -> line.contains(rule.name())));
    }

    @Test
    @DisplayName("drops who nests too deep, and serves everybody else on")
    void nesting() throws Exception {
        node(Branch.ofHeight(2, 0), NodeSettings.DEFAULT);
        FellowPeer honest = fellow();
        RawPeer bomb = stranger();
        bomb.say("{\"type\":\"allBlock\",\"payload\":" + "[".repeat(100_000));
        assertThat(bomb.isClosedByNode()).isTrue();
        assertOffence(Rule.NESTING);
        assertThat(honest.isServed()).isTrue();
    }

    @Test
    @DisplayName("drops who has not said a word, and who does not end what it has begun")
    void patience() throws Exception {
        node(Branch.ofHeight(2, 0), NodeSettings.DEFAULT.with(new Patience(20_000, 1_000, 1_000, 600_000)));
        RawPeer silent = stranger();
        RawPeer halting = stranger();
        halting.say("{\"type\":\"latestBlock\",\"payload\":{}}{\"type\":");
        assertThat(silent.isClosedByNode()).isTrue();
        assertThat(halting.isClosedByNode()).isTrue();
        assertOffence(Rule.HANDSHAKE);
        assertOffence(Rule.MESSAGE_TIME);
    }

    @Test
    @DisplayName("asks a peer that has been silent for long, keeps it where it answers, and drops it where it does not")
    void idle() throws Exception {
        node(Branch.ofHeight(2, 0), NodeSettings.DEFAULT.with(new Patience(20_000, 30_000, 30_000, 6_000)));
        FellowPeer answering = fellow();
        FellowPeer mute = fellow();
        answering.hear("latestBlock"); // the greeting
        answering.hear("latestBlock"); // the question
        answering.claim(Branch.ofHeight(1, 0));
        assertThat(mute.isDropped()).isTrue();
        assertOffence(Rule.IDLE);
        assertThat(answering.isServed()).isTrue();
    }

    @Test
    @DisplayName("drops a slow reader, and does not wait for it")
    void slowReader() throws Exception {
        List<Block> blocks = Branch.cheap(2_000, 0);
        node(blocks, NodeSettings.DEFAULT);
        FellowPeer greedy = fellow();
        FellowPeer honest = fellow();
        for (int i = 0; i < 100; i++) {
            greedy.say(GetBlocks.TYPE, GetBlocks.after(blocks.get(0).hash(), false));
        }
        assertOffence(Rule.READS);
        assertThat(honest.isServed()).isTrue();
    }

    @Test
    @DisplayName("keeps those that came first when more call than it has places for")
    void fullHouse() throws Exception {
        Node node = node(Branch.ofHeight(2, 0), NodeSettings.DEFAULT.withMaxPeers(16));
        FellowPeer first = fellow();
        assertThat(first.isServed()).isTrue();
        for (int i = 0; i < 100; i++) {
            stranger();
        }
        assertThat(first.isServed()).isTrue();
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(node.peers()).hasSizeLessThanOrEqualTo(8));
        FellowPeer late = fellow();
        assertThat(late.isServed())
                .as("it takes the place of one that is silent")
                .isTrue();
    }
}
