package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.chain.Chain;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.wallet.Account;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 Replace ours by a longer valid chain")
class ReplaceTest {
    /** Twelve blocks; the others share only the first four of them. */
    private final TestChain ours = new TestChain().grow(3, ALICE).grow(8, ALICE);

    private final TestChain theirs = ours.upTo(4).grow(9, BOB);

    @Test
    @Order(1)
    @DisplayName("a longer valid chain takes the place of ours")
    void longer(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        node.replaces("13 blocks", theirs.blocks());
    }

    @Test
    @Order(2)
    @DisplayName("of two chains of one length, we keep ours")
    void tie(Transcript transcript) {
        transcript.suspect("changes-on-a-tie");
        Follower node = new Follower(transcript, ours);
        node.doesNotReplace("12 other blocks", theirs.upTo(12).blocks());
        node.doesNotReplace("our own 12 blocks", ours.blocks());
    }

    @Test
    @Order(3)
    @DisplayName("a shorter chain changes nothing")
    void shorter(Transcript transcript) {
        transcript.suspect("takes-a-shorter-chain");
        Follower node = new Follower(transcript, ours);
        node.doesNotReplace("11 other blocks", theirs.upTo(11).blocks());
        node.doesNotReplace("the genesis block alone", List.of(Genesis.BLOCK));
        node.doesNotReplace("no block at all", List.of());
    }

    @Test
    @Order(4)
    @DisplayName("a longer chain that is not valid changes nothing, wherever it breaks a rule")
    void longerButInvalid(Transcript transcript) throws Exception {
        transcript.suspect("takes-an-invalid-chain");
        Follower node = new Follower(transcript, ours).with(ours.payment(ALICE, CAROL, 10));
        List<Block> blocks = theirs.blocks();
        for (int height : List.of(2, 8, 13)) {
            Block block = theirs.block(height);
            node.doesNotReplaceByInvalid(
                    "13 blocks, of which block " + height + " has a made-up hash",
                    Forgery.chainWith(blocks, block.withHash("0".repeat(64))));
            node.doesNotReplaceByInvalid(
                    "13 blocks, of which block " + height + " chose its own difficulty",
                    Forgery.chainWith(blocks, Forgery.of(block).difficulty(3).mined()));
            Block paidElsewhere = Forgery.of(block)
                    .transactions(theirs.block(5).transactions())
                    .mined();
            node.doesNotReplaceByInvalid(
                    "13 blocks, of which block " + height + " pays for mining block 5",
                    Forgery.chainWith(blocks, paidElsewhere));
        }
        node.doesNotReplaceByInvalid(
                "13 blocks without genesis", theirs.fork().mine(BOB).blocks().subList(1, 14));
    }

    @Test
    @Order(5)
    @DisplayName("a chain that goes on where ours ends takes its place, too")
    void extension(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        node.replaces("our 12 blocks and 5 more", ours.fork().grow(5, BOB).blocks());
    }

    @Test
    @Order(6)
    @DisplayName("a chain that parted from ours right after genesis takes its place, too")
    void forkAtGenesis(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        node.replaces("31 blocks of others", new TestChain().grow(30, CAROL).blocks());
        assertThat(node.ingchain().chain().find(ours.tip().hash()))
                .as("the tip that was dropped")
                .isNull();
    }

    @Test
    @Order(7)
    @DisplayName("balances and unspent outputs are those of the new chain, as if there had never been another")
    void unspent(Transcript transcript) throws Exception {
        transcript.suspect("keeps-old-unspent-outputs");
        TestChain paying = ours.upTo(4);
        paying.mine(BOB, paying.payment(ALICE, BOB, 20))
                .mine(CAROL, paying.payment(BOB, CAROL, 7))
                .grow(7, CAROL);
        Follower node = new Follower(transcript, ours);
        node.replaces("13 blocks with payments", paying.blocks());
        Chain afresh = new Chain();
        for (Block block : paying.blocks().subList(1, 13)) {
            afresh.append(block);
        }
        Chain chain = node.ingchain().chain();
        for (Account account : List.of(ALICE, BOB, CAROL)) {
            assertThat(chain.balance(account.account()))
                    .as("the balance of %s", account)
                    .isEqualTo(afresh.balance(account.account()));
        }
        assertThat(chain.unspentOutputs().all())
                .as("all unspent outputs")
                .containsExactlyInAnyOrderElementsOf(afresh.unspentOutputs().all());
        assertThat(chain.find(paying.block(6).hash()))
                .as("block 6, found by its hash")
                .isEqualTo(paying.block(6));
    }

    @Test
    @Order(8)
    @DisplayName("after a replacement the chain goes on as usual, and may be replaced again")
    void goesOn(Transcript transcript) throws Exception {
        Follower node = new Follower(transcript, ours);
        node.replaces("13 blocks", theirs.blocks());
        node.appends("block 14", theirs.fork().mine(CAROL).tip());
        transcript.suspect("compares-with-an-old-chain");
        node.doesNotReplace(
                "14 blocks on our old chain", ours.fork().grow(2, ALICE).blocks());
        node.replaces("15 blocks on our old chain", ours.fork().grow(3, ALICE).blocks());
    }

    @Test
    @Order(9)
    @DisplayName("which of two valid chains to follow is for the fork choice to say")
    void forkChoice(Transcript transcript) throws Exception {
        transcript.suspect("does-not-ask-fork-choice");
        Follower stubborn = new Follower(transcript, ours, (candidate, own) -> false);
        stubborn.doesNotReplace("13 blocks that the fork choice does not want", theirs.blocks());
        Follower fickle = new Follower(transcript, ours, (candidate, own) -> true);
        fickle.replaces("7 blocks that the fork choice wants", theirs.upTo(7).blocks());
        transcript.suspect("takes-an-invalid-chain");
        fickle.doesNotReplace(
                "7 blocks that the fork choice wants, but that are not valid",
                Forgery.chainWith(theirs.upTo(7).blocks(), theirs.block(7).withHash("0".repeat(64))));
    }

    @Test
    @Order(10)
    @DisplayName("LONGEST prefers more blocks, and nothing else")
    void longest(Transcript transcript) {
        ForkChoice longest = ForkChoice.LONGEST;
        transcript.suspect("takes-a-shorter-chain");
        assertThat(longest.prefers(theirs.blocks(), ours.blocks()))
                .as("13 blocks before 12")
                .isTrue();
        assertThat(longest.prefers(ours.blocks(), theirs.blocks()))
                .as("12 blocks before 13")
                .isFalse();
        transcript.suspect("changes-on-a-tie");
        assertThat(longest.prefers(theirs.upTo(12).blocks(), ours.blocks()))
                .as("12 blocks before 12")
                .isFalse();
        transcript.suspect("takes-a-shorter-chain");
        assertThat(longest.prefers(List.of(), ours.blocks()))
                .as("no block before 12")
                .isFalse();
    }
}
