package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 The pool follows when the chain is replaced")
class ReplacedPoolTest {
    /** What both branches stand on: Alice, Bob and Carol have two coins each. */
    private final TestChain trunk = new TestChain().grow(2, ALICE).grow(2, BOB).grow(2, CAROL);

    private final Transaction byAlice = trunk.payment(ALICE, BOB, 30);
    private final Transaction byBob = trunk.payment(BOB, CAROL, 20);
    private final Transaction byCarol = trunk.payment(CAROL, ALICE, 10);

    @Test
    @Order(1)
    @DisplayName("a transfer that stood only in the dropped blocks waits in the pool again")
    void returns(Transcript transcript) throws Exception {
        transcript.suspect("loses-dropped-transfers");
        Follower node = new Follower(transcript, trunk.fork().mine(ALICE, byAlice));
        node.replaces(
                "a longer chain without the payment", trunk.fork().grow(2, BOB).blocks());
        node.expectPool(byAlice);
    }

    @Test
    @Order(2)
    @DisplayName("all of them return, from every dropped block, and the rewards of those blocks do not")
    void allReturn(Transcript transcript) throws Exception {
        transcript.suspect("returns-only-some-transfers");
        TestChain ours = trunk.fork().mine(ALICE, byAlice, byBob).mine(BOB).mine(CAROL, byCarol);
        Follower node = new Follower(transcript, ours);
        node.replaces(
                "a longer chain without the payments", trunk.fork().grow(4, BOB).blocks());
        node.expectPool(byAlice, byBob, byCarol);
    }

    @Test
    @Order(3)
    @DisplayName(
            "a transfer that the new chain holds does not wait any more, be it from the pool or from a dropped block")
    void leaves(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        Follower node = new Follower(transcript, trunk.fork().mine(ALICE, byAlice)).with(byBob);
        node.replaces(
                "a longer chain with both payments",
                trunk.fork().mine(BOB).mine(CAROL, byBob, byAlice).blocks());
        node.expectPool();
    }

    @Test
    @Order(4)
    @DisplayName("a transfer that still waits goes on waiting")
    void stays(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        Follower node = new Follower(transcript, trunk.fork().mine(ALICE, byAlice)).with(byBob);
        node.replaces(
                "a longer chain with one of the payments",
                trunk.fork().mine(BOB, byAlice).mine(BOB).blocks());
        node.expectPool(byBob);
    }

    @Test
    @Order(5)
    @DisplayName("a transfer whose coin the new chain spends otherwise is gone")
    void spentOtherwise(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        Follower node = new Follower(transcript, trunk.fork().mine(ALICE, byAlice)).with(byBob);
        Transaction instead = trunk.payment(ALICE, CAROL, 25);
        Transaction insteadToo = trunk.payment(BOB, ALICE, 15);
        node.replaces(
                "a longer chain that spends both coins otherwise",
                trunk.fork().mine(BOB, instead).mine(BOB, insteadToo).blocks());
        node.expectPool();
    }

    @Test
    @Order(6)
    @DisplayName("a transfer of a reward that was dropped is gone with it")
    void rewardIsGone(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        TestChain ours = trunk.fork().grow(1, ALICE);
        Transaction ofReward = TestChain.paymentOf(
                ALICE, BOB, 45, ours.unspent().of(ALICE.account()).subList(2, 3));
        ours.mine(CAROL, ofReward);
        Follower node = new Follower(transcript, ours).with(byBob);
        node.replaces(
                "a longer chain without that reward",
                trunk.fork().grow(3, CAROL).blocks());
        node.expectPool(byBob);
    }

    @Test
    @Order(7)
    @DisplayName("what the blocks below the fork hold was not dropped, and does not return")
    void belowTheFork(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        TestChain shared = trunk.fork().mine(ALICE, byAlice);
        Follower node = new Follower(transcript, shared.fork().mine(BOB, byBob));
        node.replaces(
                "a longer chain that shares the first payment",
                shared.fork().grow(2, CAROL).blocks());
        node.expectPool(byBob);
    }

    @Test
    @Order(8)
    @DisplayName("a chain that only goes on where ours ends returns nothing")
    void extension(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        TestChain ours = trunk.fork().mine(ALICE, byAlice);
        Follower node = new Follower(transcript, ours).with(byBob);
        node.replaces(
                "our chain and two more blocks",
                ours.fork().mine(CAROL, byBob).mine(CAROL).blocks());
        node.expectPool();
    }

    @Test
    @Order(9)
    @DisplayName("what has returned can be mined again, and the miner's block is valid")
    void minedAgain(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, trunk.fork().mine(ALICE, byAlice, byCarol));
        TestChain theirs = trunk.fork().grow(2, BOB);
        node.replaces("a longer chain without the payments", theirs.blocks());
        node.ingchain().mine(ALICE.account());
        transcript.step("we mine a block");
        node.expectPool();
        node.doesNotReplace("the chain of before", theirs.blocks());
        new Judge(transcript)
                .accepts(
                        "our chain with the new block",
                        () -> new ChainRules(node.ingchain().chain().rules())
                                .check(node.ingchain().chain().blocks()));
    }
}
