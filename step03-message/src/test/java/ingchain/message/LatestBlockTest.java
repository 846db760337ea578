package ingchain.message;

import ingchain.block.Genesis;
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

@Exercise("3.4")
@DisplayName("3.4 Answer latestBlock")
class LatestBlockTest {
    private final CapturedLog log;
    private final Transcript transcript;
    private final Cleanup cleanup;

    LatestBlockTest(CapturedLog log, Transcript transcript, Cleanup cleanup) {
        this.log = log;
        this.transcript = transcript;
        this.cleanup = cleanup;
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(1)
    @DisplayName("a new node answers latestBlock with the genesis block")
    void genesis(Wire wire) throws IOException {
        transcript.suspect("gives-no-answer");
        Node node = node(1, wire);
        Line peer = node.connect("the peer");
        peer.askForLatestBlock();
        node.expectNothingToldToAll();
        peer.expect("allBlock", Genesis.BLOCK);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(2)
    @DisplayName("a node answers latestBlock with its tip, whole")
    void tip(Wire wire) throws IOException {
        Node node = node(4, wire);
        Line peer = node.connect("the peer");
        peer.askForLatestBlock();
        peer.expect("allBlock", node.tip());
        if (peer.hasMore()) {
            throw CheckpointFailure.because("answers-twice", "the peer asked once, and was answered more than once");
        }
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(3)
    @DisplayName("the tip is that of the moment of asking, each time anew")
    void tipOfTheMoment(Wire wire) throws IOException {
        transcript.suspect("answers-with-an-old-tip");
        Node node = node(2, wire);
        Line peer = node.connect("the peer");
        for (int i = 0; i < 3; i++) {
            peer.askForLatestBlock();
            peer.expect("allBlock", node.tip());
            transcript.step("the node mines a block");
            node.mine();
        }
        peer.askForLatestBlock();
        peer.expect("allBlock", node.tip());
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(4)
    @DisplayName("what the payload of latestBlock is does not matter")
    void anyPayload(Wire wire) throws IOException {
        transcript.suspect("looks-at-the-question");
        Node node = node(3, wire);
        Line peer = node.connect("the peer");
        for (String payload : List.of("{}", "null", "5", "\"please\"", "[]", "{\"ingchain\":1}", "{\"height\":9}")) {
            peer.send("{\"type\":\"latestBlock\",\"payload\":" + payload + "}");
            peer.expect("allBlock", node.tip());
        }
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(5)
    @DisplayName("only the peer that asked is answered, as often as it asked")
    void onlyWhoAsked(Wire wire) throws IOException {
        Node node = node(3, wire);
        Line a = node.connect("peer A");
        Line b = node.connect("peer B");
        String ask = "{\"type\":\"latestBlock\",\"payload\":{}}";
        a.send(ask + ask);
        a.expect("allBlock", node.tip());
        a.expect("allBlock", node.tip());
        node.expectNothingMore(a, b);
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(6)
    @DisplayName("being asked leaves the chain as it is")
    void changesNothing(Wire wire) throws IOException {
        Node node = node(3, wire);
        Line peer = node.connect("the peer");
        peer.askForLatestBlock();
        peer.expect("allBlock", node.tip());
        node.expectChain(TestChains.ofHeight(3, TestChains.ALICE).chain().blocks());
    }

    private Node node(int height, Wire wire) throws IOException {
        return new Node(
                TestChains.ofHeight(height, TestChains.ALICE), ScriptedConsensus.NONE, wire, log, transcript, cleanup);
    }
}
