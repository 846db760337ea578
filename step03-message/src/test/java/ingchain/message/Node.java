package ingchain.message;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The node under test: a chain, and the student's message handling around it. */
final class Node {
    private final Ingchain ingchain;
    private final Transcript transcript;
    private final Wire.Door door;
    private final List<MessageData> toldToAll = new CopyOnWriteArrayList<>();

    Node(Ingchain ingchain, Consensus consensus, Wire wire, CapturedLog log, Transcript transcript, Cleanup cleanup)
            throws IOException {
        this.ingchain = ingchain;
        this.transcript = transcript;
        Message message = new Message(ingchain, consensus, toldToAll::add);
        this.door = wire.open(new MessageHandler(message, log), log, transcript, cleanup);
        transcript.step("the node has a chain of height " + ingchain.chain().height());
    }

    Line connect(String peer) throws IOException {
        return door.connect(peer);
    }

    /** Expects that nothing was said to everybody: what was asked by one peer is for that peer. */
    void expectNothingToldToAll() {
        if (!toldToAll.isEmpty()) {
            throw CheckpointFailure.because(
                    "answers-everybody",
                    "the peer was to be answered, and nobody else; but the node told all its peers: "
                            + toldToAll.get(0).type());
        }
    }

    Block tip() {
        return ingchain.chain().tip();
    }

    List<Block> blocks() {
        return ingchain.chain().blocks();
    }

    /** Grows the chain by a block that nobody else has. */
    Block mine() {
        return ingchain.mine(TestChains.ALICE.account());
    }

    /**
     * Expects that nothing more has come on any of these lines, and that nothing more will. The first question makes
     * sure that the node has dealt with all that was sent to it. A message too many could pass for the answer to that,
     * but not for the answer to the second question, which is a block that is new by then.
     */
    void expectNothingMore(Line... lines) throws IOException {
        for (Line line : lines) {
            line.expectNothingBut(tip());
        }
        Block fresh = mine();
        transcript.step(
                "the node mines block " + fresh.height() + "; whoever asks hears of that, and of nothing else before");
        for (Line line : lines) {
            line.expectNothingBut(fresh);
        }
    }

    /** Expects the chain to be this one. */
    void expectChain(List<Block> expected) {
        if (!blocks().equals(expected)) {
            throw new CheckpointFailure("the node was to have a chain of height " + expected.size() + " with tip "
                    + shorten(expected.get(expected.size() - 1)) + ", but it has one of height " + blocks().size()
                    + " with tip " + shorten(tip()));
        }
    }

    private static String shorten(Block block) {
        return block.hash().substring(0, 8) + "...";
    }
}
