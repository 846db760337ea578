package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 Append a valid block, and no other")
class AppendTest {
    private final TestChain ours = new TestChain().grow(4, ALICE).grow(7, BOB);

    @Test
    @Order(1)
    @DisplayName("a valid block is appended, and newTip hears of it once")
    void valid(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        TestChain longer = ours.fork();
        for (int i = 0; i < 3; i++) {
            longer.mine(CAROL);
            node.appends("block " + longer.height(), longer.tip());
        }
    }

    @Test
    @Order(2)
    @DisplayName("a block that breaks a rule changes nothing")
    void invalid(Transcript transcript) {
        transcript.suspect("appends-what-breaks-rules");
        Follower node = new Follower(transcript, ours);
        Block next = ours.next(CAROL);
        refuses(node, "a block with a made-up hash", next.withHash("0".repeat(64)));
        refuses(node, "a block without work", Forgery.of(next).minedUntil(hash -> hash.startsWith("f")));
        refuses(
                node,
                "a block with a made-up root",
                Forgery.of(next).merkleRoot("0".repeat(64)).mined());
        refuses(node, "a block that is too easy", Forgery.of(next).difficulty(0).mined());
        refuses(node, "a block from the past", Forgery.of(next).timestamp(1).mined());
        refuses(
                node,
                "a block on another one",
                Forgery.of(next).previousHash("0".repeat(64)).mined());
        Transaction transfer = ours.payment(ALICE, BOB, 30);
        List<Transaction> twice = List.of(next.transactions().get(0), transfer, ours.payment(ALICE, CAROL, 20));
        node.doesNotAppend(
                "a block that spends a coin twice",
                Forgery.of(next).transactions(twice).mined());
    }

    private void refuses(Follower node, String what, Block block) {
        node.doesNotAppend(what, block, () -> whyAppended(block));
    }

    /** What else would be appended tells which rules are not asked, or whether their answer is not looked at. */
    private String whyAppended(Block block) {
        List<Block> with = new ArrayList<>(ours.blocks());
        with.add(block);
        if (EarlierRules.hold(with)) {
            return EarlierRules.TO_BLAME;
        }
        Block next = ours.next(CAROL);
        boolean blockRules = !wouldAppend(next.withHash("0".repeat(64)));
        boolean nextRules = !wouldAppend(Forgery.of(next).difficulty(0).mined());
        if (blockRules == nextRules) {
            return "appends-what-breaks-rules";
        }
        return blockRules ? "does-not-ask-next-rules" : "does-not-ask-block-rules";
    }

    private boolean wouldAppend(Block block) {
        return new LongestChain(ours.ingchain(), ForkChoice.LONGEST, tip -> {}).append(block);
    }

    @Test
    @Order(3)
    @DisplayName(
            "a block that is in the chain already, our tip included, changes nothing; nor does one that is too high")
    void notNext(Transcript transcript) {
        transcript.suspect("does-not-ask-next-rules");
        Follower node = new Follower(transcript, ours);
        for (int height : List.of(12, 11, 2, 1)) {
            node.doesNotAppend("our own block " + height, ours.block(height));
        }
        node.doesNotAppend("another block 12", ours.upTo(11).next(CAROL));
        node.doesNotAppend("block 14", ours.fork().mine(CAROL).next(CAROL));
    }

    @Test
    @Order(4)
    @DisplayName("transfers that the block holds leave the pool, the others stay")
    void pool(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        Transaction mined = ours.payment(ALICE, BOB, 30);
        Transaction waiting = ours.payment(BOB, CAROL, 20);
        Follower node = new Follower(transcript, ours).with(mined).with(waiting);
        node.appends("a block with the payment of 30", ours.next(CAROL, mined));
        node.expectPool(waiting);
    }

    @Test
    @Order(5)
    @DisplayName("a transfer whose coin the block spends in another way leaves the pool")
    void poolAfterDoubleSpend(Transcript transcript) throws Exception {
        transcript.suspect("does-not-refresh-the-pool");
        Follower node = new Follower(transcript, ours).with(ours.payment(ALICE, BOB, 30));
        node.appends("a block that spends the same coin otherwise", ours.next(CAROL, ours.payment(ALICE, CAROL, 25)));
        node.expectPool();
    }

    @Test
    @Order(6)
    @DisplayName("balances follow each block")
    void balances(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        List<Long> before = balances(node);
        node.appends("a block of Carol's with a payment of 30", ours.next(CAROL, ours.payment(ALICE, BOB, 30)));
        List<Long> expected = List.of(before.get(0) - 30, before.get(1) + 30, before.get(2) + 50);
        assertThat(balances(node)).as("the balances of Alice, Bob and Carol").isEqualTo(expected);
    }

    private static List<Long> balances(Follower node) {
        return List.of(ALICE, BOB, CAROL).stream()
                .map(account -> node.ingchain().balance(account.account()))
                .toList();
    }
}
