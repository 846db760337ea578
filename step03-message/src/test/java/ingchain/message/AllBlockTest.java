package ingchain.message;

import com.google.gson.JsonObject;
import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Exercise("3.5")
@DisplayName("3.5 Take an allBlock, and ask for more where it does not fit")
class AllBlockTest {
    /** Eight blocks, the first five of which are the node's. */
    private final List<Block> ahead =
            TestChains.ofHeight(8, TestChains.ALICE).chain().blocks();

    /** Eight blocks of another miner: only the genesis block is the node's, too. */
    private final List<Block> fork =
            TestChains.ofHeight(8, TestChains.BOB).chain().blocks();

    private final Ingchain ours = TestChains.ofHeight(5, TestChains.ALICE);

    private final CapturedLog log;
    private final Transcript transcript;
    private final Cleanup cleanup;

    AllBlockTest(CapturedLog log, Transcript transcript, Cleanup cleanup) {
        this.log = log;
        this.transcript = transcript;
        this.cleanup = cleanup;
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(1)
    @DisplayName("a block that comes next is appended, and needs no answer")
    void next(Wire wire) throws IOException {
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        peer.send("allBlock", ahead.get(5));
        transcript.suspect(node.tip().equals(ahead.get(5)) ? "answers-what-it-took" : "does-not-append");
        peer.expectNothingBut(ahead.get(5));
        node.expectChain(ahead.subList(0, 6));
        transcript.suspect("answers-what-it-took");
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(2)
    @DisplayName("a block that is higher and does not fit is answered with our own tip: that asks for more")
    void higher(Wire wire) throws IOException {
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        transcript.suspect("does-not-ask-for-more");
        peer.send("allBlock", ahead.get(7));
        node.expectNothingToldToAll();
        JsonObject answer = peer.next();
        if (isOfType("receivedChain", answer)) {
            throw CheckpointFailure.because(
                    answersLowerByTip(node) ? "compares-the-wrong-way-round" : "sends-chain-to-who-is-ahead",
                    "the peer showed block 8, and we have 5: it was to see our tip; but it was sent our chain");
        }
        peer.expect("allBlock", node.tip(), answer);
        transcript.suspect("does-not-look-at-append");
        peer.send("allBlock", fork.get(5)); // one higher, but on top of another block than our tip
        peer.expect("allBlock", node.tip());
        node.expectChain(ahead.subList(0, 5));
        node.expectNothingMore(peer);
    }

    private boolean answersLowerByTip(Node node) throws IOException {
        Line behind = node.connect("a peer that is behind");
        behind.send("allBlock", ahead.get(1));
        return isOfType("allBlock", behind.next());
    }

    private static boolean isOfType(String type, JsonObject message) {
        return message.has("type") && message.get("type").getAsString().equals(type);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(3)
    @DisplayName("a block that is lower is answered with our whole chain: the peer is behind")
    void lower(Wire wire) throws IOException {
        transcript.suspect("does-not-send-the-chain");
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        for (Block block : List.of(ahead.get(3), ahead.get(0), fork.get(1))) {
            peer.send("allBlock", block);
            peer.expect("receivedChain", ahead.subList(0, 5));
        }
        node.expectChain(ahead.subList(0, 5));
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(4)
    @DisplayName("a block as high as our tip is not answered, be it our tip or another block")
    void equallyHigh(Wire wire) throws IOException {
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        transcript.suspect("answers-a-tie");
        peer.send("allBlock", ahead.get(4));
        peer.send("allBlock", fork.get(4));
        peer.expectNothingBut(ahead.get(4));
        node.expectChain(ahead.subList(0, 5));
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(5)
    @DisplayName("whether a block fits is for the consensus to say, not for the message to guess")
    void consensusDecides(Wire wire) throws IOException {
        ScriptedConsensus refusing = new ScriptedConsensus(false);
        Node node = new Node(ours, refusing, wire, log, transcript, cleanup);
        Line peer = node.connect("the peer");
        transcript.suspect("does-not-ask-the-consensus");
        peer.send("allBlock", ahead.get(5));
        peer.expect("allBlock", node.tip());
        refusing.expectAppended(ahead.get(5));
        node.expectChain(ahead.subList(0, 5));
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(6)
    @DisplayName("a block that the consensus takes needs no answer, whatever it makes of it")
    void consensusTakes(Wire wire) throws IOException {
        ScriptedConsensus taking = new ScriptedConsensus(true);
        Node node = new Node(ours, taking, wire, log, transcript, cleanup);
        Line peer = node.connect("the peer");
        transcript.suspect("answers-what-it-took");
        peer.send("allBlock", ahead.get(7));
        peer.send("allBlock", ahead.get(1));
        peer.expectNothingBut(node.tip());
        transcript.suspect("does-not-ask-the-consensus");
        taking.expectAppended(ahead.get(7), ahead.get(1));
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(7)
    @DisplayName("a list in allBlock is a chain: the consensus decides on it, and there is no answer")
    void list(Wire wire) throws IOException {
        ScriptedConsensus consensus = new ScriptedConsensus(true);
        Node node = new Node(ours, consensus, wire, log, transcript, cleanup);
        Line peer = node.connect("the peer");
        transcript.suspect("answers-a-chain");
        peer.send("allBlock", ahead);
        peer.send("allBlock", fork.subList(0, 2));
        peer.send("allBlock", List.of());
        node.expectNothingMore(peer);
        transcript.suspect("passes-over-a-list");
        consensus.expectAppended();
        consensus.expectReplaced(List.of(ahead, fork.subList(0, 2), List.of()));
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(8)
    @DisplayName("a receivedChain is never answered, whether it is taken or not")
    void receivedChain(Wire wire) throws IOException {
        transcript.suspect("answers-a-chain");
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        peer.send("receivedChain", fork.subList(0, 3));
        peer.send("receivedChain", fork.subList(0, 5));
        peer.send("receivedChain", fork.subList(1, 8));
        peer.send("receivedChain", List.of());
        peer.expectNothingBut(ahead.get(4));
        peer.send("receivedChain", fork);
        peer.expectNothingBut(fork.get(7));
        node.expectChain(fork);
        node.expectNothingMore(peer);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(9)
    @DisplayName("a node that is behind asks, is sent the chain, and has caught up")
    void catchesUp(Wire wire) throws IOException {
        Node node = trusting(wire);
        Line peer = node.connect("the peer");
        peer.send("allBlock", fork.get(7));
        peer.expect("allBlock", ahead.get(4));
        peer.send("receivedChain", fork);
        peer.expectNothingBut(fork.get(7));
        node.expectChain(fork);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(10)
    @DisplayName("an answer goes to the peer that sent the block, and to nobody else")
    void onlyTheSender(Wire wire) throws IOException {
        Node node = trusting(wire);
        Line a = node.connect("peer A");
        Line b = node.connect("peer B");
        Line c = node.connect("peer C");
        a.send("allBlock", ahead.get(1));
        c.send("allBlock", ahead.get(7));
        a.expect("receivedChain", ahead.subList(0, 5));
        c.expect("allBlock", ahead.get(4));
        node.expectNothingMore(a, b, c);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(11)
    @DisplayName("a peer that sends neither a block nor a list of blocks is closed, and others are answered as before")
    void malformed(Wire wire) throws IOException {
        ScriptedConsensus consensus = new ScriptedConsensus(true);
        Node node = new Node(ours, consensus, wire, log, transcript, cleanup);
        Line good = node.connect("the good peer");
        String block = MessageData.of("", ahead.get(5)).payload().toString();
        for (String payload : List.of(
                "null",
                "5",
                "true",
                "\"block\"",
                "{}",
                "{\"height\":6}",
                block.replace("\"height\":6", "\"height\":\"6\""),
                block.replace("\"height\":6", "\"height\":99999999999"),
                block.replace("\"hash\"", "\"ash\""),
                "[null]",
                "[5]",
                "[[]]",
                "[" + block + ",{}]")) {
            Line bad = node.connect("a bad peer");
            transcript.suspect("takes-nonsense-for-a-block");
            bad.send("{\"type\":\"allBlock\",\"payload\":" + payload + "}");
            transcript.suspect("passes-over-nonsense");
            bad.expectClosed();
        }
        transcript.suspect(null);
        good.expectNothingBut(node.tip());
        consensus.expectAppended();
        consensus.expectReplaced(List.of());
    }

    private Node trusting(Wire wire) throws IOException {
        return new Node(ours, new TrustingConsensus(ours), wire, log, transcript, cleanup);
    }
}
