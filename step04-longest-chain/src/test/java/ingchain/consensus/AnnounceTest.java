package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.block.Block;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** In memory alone: one peer speaks and another listens, so sockets would add nothing but time. SyncTest has them. */
@Exercise("4.5")
@DisplayName("4.5 What a node makes of what one peer says, and what it tells another")
class AnnounceTest {
    private final TestChain ours = new TestChain().grow(3, ALICE);
    private final TestChain theirs = new TestChain().grow(11, BOB);

    private final Transcript transcript;
    private TestNetwork network;
    private TestNode node;
    private Stranger speaker;
    private Stranger listener;

    AnnounceTest(Transcript transcript) {
        this.transcript = transcript;
    }

    @Test
    @Order(1)
    @DisplayName("announce tells every peer of the tip, with an allBlock message")
    void announce() throws Exception {
        meet(ForkChoice.LONGEST);
        transcript.step("the node announces its tip");
        node.sync().announce(ours.tip());
        network.settle();
        for (Stranger stranger : List.of(speaker, listener)) {
            stranger.expectOnly("allBlock", ours.tip(), "announces-nothing", "announces-twice");
        }
    }

    @Test
    @Order(2)
    @DisplayName("what is not valid changes nothing, and is not passed on")
    void invalid() throws Exception {
        meet(ForkChoice.LONGEST);
        Block block = ours.next(BOB).withHash("0".repeat(64));
        List<Block> chain = Forgery.chainWith(theirs.blocks(), theirs.block(9).withHash("0".repeat(64)));
        UnaryOperator<String> orEarlier = orEarlier(ForkChoice.LONGEST, longest -> {
            longest.append(block);
            longest.replace(chain);
        });
        transcript.suspect(orEarlier.apply("believes-everything"));
        hears("allBlock", block);
        hears("receivedChain", chain);
        node.expectTip(ours.tip());
        node.sync().announce(ours.tip());
        network.settle();
        listener.expectOnly(
                "allBlock", ours.tip(), "announces-nothing", orEarlier.apply("tells-though-nothing-changed"));
    }

    @Test
    @Order(3)
    @DisplayName("a block that comes next becomes the tip, and the other peers are told of it, once")
    void next() throws Exception {
        meet(ForkChoice.LONGEST);
        Block next = ours.next(BOB);
        UnaryOperator<String> orEarlier = orEarlier(ForkChoice.LONGEST, longest -> longest.append(next), next);
        transcript.suspect(orEarlier.apply("knows-two-chains"));
        hears("allBlock", next);
        node.expectTip(next);
        listener.expectOnly("allBlock", next, orEarlier.apply("does-not-pass-on"), orEarlier.apply("announces-twice"));
        node.expectToSpeakWithoutLock();
    }

    @Test
    @Order(4)
    @DisplayName("a longer chain takes the place of ours, and the other peers are told of its tip, once")
    void longer() throws Exception {
        meet(ForkChoice.LONGEST);
        UnaryOperator<String> orEarlier =
                orEarlier(ForkChoice.LONGEST, longest -> longest.replace(theirs.blocks()), theirs.tip());
        transcript.suspect(orEarlier.apply("knows-two-chains"));
        hears("receivedChain", theirs.blocks());
        node.expectTip(theirs.tip());
        listener.expectOnly(
                "allBlock", theirs.tip(), orEarlier.apply("does-not-pass-on"), orEarlier.apply("announces-twice"));
        node.expectToSpeakWithoutLock();
    }

    @Test
    @Order(5)
    @DisplayName("what the node has already is not passed on")
    void oldNews() throws Exception {
        meet(ForkChoice.LONGEST);
        UnaryOperator<String> orEarlier = orEarlier(ForkChoice.LONGEST, longest -> {
            longest.append(ours.tip());
            longest.replace(ours.blocks());
        });
        transcript.suspect(orEarlier.apply("threw"));
        hears("allBlock", ours.tip());
        hears("receivedChain", ours.blocks());
        Block next = ours.next(BOB);
        hears("allBlock", next);
        listener.expectOnly("allBlock", next, "does-not-pass-on", orEarlier.apply("tells-though-nothing-changed"));
    }

    @Test
    @Order(6)
    @DisplayName("which of two chains to follow is for the fork choice to say that the node was given")
    void forkChoice() throws Exception {
        ForkChoice never = (candidate, own) -> false;
        meet(never);
        UnaryOperator<String> orEarlier = orEarlier(never, longest -> longest.replace(theirs.blocks()));
        transcript.suspect(orEarlier.apply("ignores-the-fork-choice"));
        hears("receivedChain", theirs.blocks());
        node.expectTip(ours.tip());
        node.sync().announce(ours.tip());
        network.settle();
        listener.expectOnly("allBlock", ours.tip(), "announces-nothing", orEarlier.apply("ignores-the-fork-choice"));
    }

    @Test
    @Order(7)
    @DisplayName("a payment that is new to the node waits in its pool, and the other peers are told of it")
    void payment() throws Exception {
        meet(ForkChoice.LONGEST);
        Transaction payment = ours.payment(ALICE, CAROL, 30);
        transcript.suspect("knows-two-chains");
        hears("receivedTransaction", payment);
        node.expectWaiting(1);
        listener.expectOnly("receivedTransaction", payment, "tells-nobody-of-payments", "announces-twice");
    }

    /** Gives the id of a cause, unless LongestChain by itself already does what it should not: then 4.4 is to blame. */
    private UnaryOperator<String> orEarlier(ForkChoice forkChoice, Consumer<LongestChain> offer, Block... told) {
        boolean holds = EarlierRules.hold(ours, forkChoice, offer, told);
        return causeId -> holds ? causeId : EarlierRules.TO_BLAME;
    }

    /** Lets two strangers meet the node, and hear its tip: that is what they have asked for. */
    private void meet(ForkChoice forkChoice) throws Exception {
        network = new MemoryNetwork(transcript);
        node = new TestNode(network, "the node", ours, forkChoice);
        speaker = new Stranger(network, "the speaker");
        listener = new Stranger(network, "the listener");
        for (Stranger stranger : List.of(speaker, listener)) {
            network.connect(stranger, node);
            stranger.expectAnswer(ours.tip());
        }
    }

    private void hears(String type, Object payload) throws Exception {
        speaker.says(type, payload);
        network.settle();
    }
}
