package ingchain.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.node.chain.Work;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Rule;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.NewBlock;
import ingchain.program.HostPort;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sync with nodes of our kind")
class SyncTest {
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

    private Node node(List<Block> blocks) throws Exception {
        return node(blocks, NodeSettings.DEFAULT);
    }

    private Node node(List<Block> blocks, NodeSettings settings) throws Exception {
        Node node = Branch.node(blocks, settings.telling(event -> events.add(event.line())));
        open.add(node);
        port = node.listen("127.0.0.1", 0);
        return node;
    }

    private FellowPeer fellow() throws Exception {
        FellowPeer fellow = new FellowPeer(port);
        open.add(fellow);
        return fellow;
    }

    private static void assertFollows(Node node, List<Block> chain) {
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(node.tip().hash())
                        .isEqualTo(chain.get(chain.size() - 1).hash()));
        assertThat(node.blocks()).isEqualTo(chain);
    }

    private void assertOffence(Rule rule) {
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(events).anyMatch(line -> line.contains(rule.name())));
    }

    @Test
    @DisplayName("brings a new node up to a chain of many batches, and both then agree on its work")
    void manyBatches() throws Exception {
        List<Block> blocks = Branch.cheap(3 * Blocks.MOST_BLOCKS + 17, 0);
        Node ahead = node(blocks);
        Node behind = node(blocks.subList(0, 1));
        behind.dial(new HostPort("127.0.0.1", ahead.listen("127.0.0.1", 0)));
        assertFollows(behind, blocks);
    }

    @Test
    @DisplayName("joins two long branches on the one with more work, whoever dials")
    void longBranches() throws Exception {
        List<Block> common = Branch.cheap(600, 0);
        List<Block> longer = Branch.cheapOnTopOf(common, 2_700, 1);
        List<Block> shorter = Branch.cheapOnTopOf(common, 2_650, 2);
        Node one = node(longer);
        Node other = node(shorter);
        one.dial(new HostPort("127.0.0.1", port));
        assertFollows(other, longer);
        assertThat(one.blocks()).isEqualTo(longer);
    }

    @Test
    @DisplayName("finds a chain that is shorter and has more work")
    void shorterAndHeavier() throws Exception {
        List<Block> cheap = Branch.cheap(60, 1);
        List<Block> hard = Branch.withWorkOf(cheap.subList(0, 1), Work.of(cheap));
        assertThat(hard).hasSizeLessThan(60);
        Node node = node(cheap);
        FellowPeer fellow = fellow();
        fellow.claim(hard);
        fellow.serve(hard); // which leaves ours at the genesis block,
        fellow.serve(hard); // so its headers are asked for,
        fellow.serve(hard); // and then its blocks
        assertFollows(node, hard);
    }

    @Test
    @DisplayName("follows the longest chain where that is the rule, however little work it shows")
    void longestWhereAsked() throws Exception {
        List<Block> cheap = Branch.cheap(60, 1);
        Node node = node(Branch.ofHeight(25, 0), NodeSettings.DEFAULT.with(ForkChoice.LONGEST));
        FellowPeer fellow = fellow();
        fellow.claim(cheap);
        fellow.serve(cheap);
        fellow.serve(cheap);
        fellow.serve(cheap);
        assertFollows(node, cheap);
    }

    @Test
    @DisplayName("holds headers and no blocks of a branch that has not shown more work, and drops who claimed it had")
    void cheapBranch() throws Exception {
        List<Block> cheap = Branch.cheap(3_000, 1);
        List<Block> harder = Branch.withWorkOf(cheap.subList(0, 1), Work.of(cheap));
        assertThat(harder).hasSizeLessThan(200);
        Node node = node(harder);
        FellowPeer fellow = fellow();
        fellow.claim(cheap, Work.of(harder).shiftLeft(10));
        fellow.say(Blocks.TYPE, FellowPeer.answer(cheap, fellow.hearRequest()));
        GetBlocks asked = fellow.hearRequest();
        while (!asked.headers()) {
            fellow.say(Blocks.TYPE, FellowPeer.answer(cheap, asked)); // was asked for before the first was looked at
            asked = fellow.hearRequest();
        }
        fellow.say(Blocks.TYPE, FellowPeer.answer(cheap, asked));
        fellow.say(Blocks.TYPE, FellowPeer.answer(cheap, fellow.hearRequest()));
        assertThat(fellow.isDropped()).isTrue();
        assertOffence(Rule.TRUE_CLAIMS);
        assertThat(node.blocks()).isEqualTo(harder);
    }

    @Test
    @DisplayName("drops a peer that sends a block which breaks a rule, and keeps the blocks before it")
    void invalidBlock() throws Exception {
        List<Block> blocks = Branch.ofHeight(9, 0);
        List<Block> forged = new ArrayList<>(blocks.subList(0, 5));
        forged.add(blocks.get(5).withHash("0".repeat(64)));
        Node node = node(blocks.subList(0, 1));
        FellowPeer fellow = fellow();
        fellow.claim(blocks);
        fellow.hearRequest();
        fellow.say(Blocks.TYPE, new Blocks(forged.subList(1, 6), false));
        assertThat(fellow.isDropped()).isTrue();
        assertOffence(Rule.VALID_BLOCKS);
        assertThat(node.blocks()).isEqualTo(blocks.subList(0, 5));
    }

    @Test
    @DisplayName("drops a peer that does not answer in time, and asks another")
    void stalled() throws Exception {
        List<Block> blocks = Branch.ofHeight(9, 0);
        Node node = node(blocks.subList(0, 1), NodeSettings.DEFAULT.with(new Patience(3_000, 30_000, 30_000, 60_000)));
        FellowPeer stalling = fellow();
        stalling.claim(blocks, Work.of(blocks).add(BigInteger.TEN));
        stalling.hearRequest();
        FellowPeer honest = fellow();
        honest.claim(blocks);
        honest.serve(blocks);
        assertFollows(node, blocks);
        assertThat(stalling.isDropped()).isTrue();
        assertOffence(Rule.ANSWERS_IN_TIME);
    }

    @Test
    @DisplayName("asks an honest peer although another one claims ever more and has nothing, and drops that one")
    void claimsEverMore() throws Exception {
        List<Block> blocks = Branch.ofHeight(9, 0);
        Node node = node(blocks.subList(0, 1));
        FellowPeer liar = fellow();
        liar.claim(blocks, Work.of(blocks).shiftLeft(1));
        liar.hearRequest();
        FellowPeer honest = fellow();
        honest.claim(blocks);
        assertThat(honest.isServed()).as("its claim has been read").isTrue();
        liar.claim(blocks, Work.of(blocks).shiftLeft(2));
        assertThat(liar.isServed()).as("its claim has been read").isTrue();
        liar.say(Blocks.TYPE, new Blocks(List.of(), false));
        honest.serve(blocks);
        assertFollows(node, blocks);
        for (int i = 0; i < 2; i++) {
            liar.hearRequest();
            liar.claim(blocks, Work.of(blocks).shiftLeft(3 + i));
            liar.say(Blocks.TYPE, new Blocks(List.of(), false));
        }
        assertThat(liar.isDropped()).isTrue();
        assertOffence(Rule.TRUE_CLAIMS);
    }

    @Test
    @DisplayName("answers a question about blocks that it does not have with nothing, for its chain may have changed")
    void unknownLocator() throws Exception {
        node(Branch.ofHeight(4, 0));
        FellowPeer fellow = fellow();
        fellow.say(GetBlocks.TYPE, GetBlocks.after("a".repeat(64), false));
        assertThat(fellow.hear(Blocks.TYPE).toString()).isEqualTo("{\"blocks\":[],\"more\":false}");
    }

    @Test
    @DisplayName("drops a peer that sends blocks nobody asked for")
    void unasked() throws Exception {
        List<Block> blocks = Branch.ofHeight(3, 0);
        Node node = node(blocks.subList(0, 1));
        FellowPeer fellow = fellow();
        fellow.say(Blocks.TYPE, new Blocks(blocks.subList(1, 3), false));
        assertThat(fellow.isDropped()).isTrue();
        assertOffence(Rule.ONLY_WHEN_ASKED);
        assertThat(node.blocks()).hasSize(1);
    }

    @Test
    @DisplayName("drops a peer whose answer does not follow what was named, has gaps, or comes one block at a time")
    void misformed() throws Exception {
        List<Block> blocks = Branch.ofHeight(9, 0);
        node(blocks.subList(0, 1));
        for (Blocks answer : List.of(
                new Blocks(blocks.subList(4, 9), false),
                new Blocks(List.of(blocks.get(1), blocks.get(3)), false),
                new Blocks(blocks.subList(1, 2), true))) {
            FellowPeer fellow = fellow();
            fellow.claim(blocks);
            fellow.hearRequest();
            fellow.say(Blocks.TYPE, answer);
            assertThat(fellow.isDropped()).isTrue();
        }
        assertOffence(Rule.PROTOCOL);
    }

    @Test
    @DisplayName("does not take a chain that runs into the future, and does not blame the peer for its clock")
    void future() throws Exception {
        List<Block> future = Branch.ofTheFuture(5);
        Node node = node(future.subList(0, 1));
        FellowPeer fellow = fellow();
        fellow.claim(future);
        fellow.serve(future);
        assertThat(fellow.isServed()).isTrue();
        assertThat(node.blocks()).hasSize(1);
    }

    @Test
    @DisplayName("fetches what is missing when a new block does not come next")
    void behindByTwo() throws Exception {
        List<Block> blocks = Branch.ofHeight(4, 0);
        Node node = node(blocks.subList(0, 2));
        FellowPeer fellow = fellow();
        fellow.say(NewBlock.TYPE, NewBlock.of(blocks.get(3), Work.of(blocks)));
        fellow.serve(blocks);
        assertFollows(node, blocks);
    }
}
