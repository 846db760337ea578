package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutputs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.3")
@DisplayName("4.3 Is a whole chain valid, its transactions included")
class ValidChainTest {
    private final ChainRules rules = new ChainRules(TransactionRules.STRICT);
    private final TestChain chain = new TestChain().grow(13, ALICE);
    private final List<Block> blocks = chain.blocks();

    private final Transcript transcript;
    private final Judge judge;

    ValidChainTest(Transcript transcript) {
        this.transcript = transcript;
        this.judge = new Judge(transcript);
    }

    @Test
    @Order(1)
    @DisplayName("a perfect chain is valid, be it the genesis block alone or much longer")
    void perfect() {
        judge.accepts(
                "the genesis block alone",
                () -> rules.check(List.of(Genesis.BLOCK)),
                () -> "holds-genesis-against-the-rules");
        judge.accepts("a chain of 14 blocks", () -> rules.check(blocks), () -> whyRefused(blocks));
        judge.accepts(
                "the same chain once more", () -> rules.check(blocks), () -> "keeps-unspent-outputs-between-checks");
        TestChain quick = new TestChain();
        while (quick.height() < 42) {
            quick.mineAfter(100, BOB);
        }
        judge.accepts(
                "a quickly mined chain of 42 blocks",
                () -> rules.check(quick.blocks()),
                () -> whyRefused(quick.blocks()));
    }

    /** Where these blocks keep the rules of 4.1 and 4.2, check has asked about other blocks than these. */
    private String whyRefused(List<Block> chain) {
        if (!EarlierRules.hold(chain)) {
            return EarlierRules.TO_BLAME;
        }
        Block second = Forgery.of(blocks.get(1))
                .transactions(List.of(Transaction.coinbase(ALICE.account(), 1)))
                .mined();
        return Judge.passes(() -> rules.check(List.of(Genesis.BLOCK, second)))
                ? "passes-the-index-for-the-height"
                : "takes-other-blocks-for-those-below";
    }

    @Test
    @Order(2)
    @DisplayName("what is unspent after the last block is returned")
    void unspent() throws InvalidBlock {
        TestChain paying = new TestChain().grow(3, ALICE);
        paying.mine(BOB, paying.payment(ALICE, BOB, 30));
        paying.mine(BOB, paying.payment(BOB, CAROL, 70), paying.payment(ALICE, CAROL, 5));
        UnspentOutputs unspent = check(rules, paying.blocks());
        if (unspent.all().isEmpty()) {
            throw CheckpointFailure.because(
                    "does-not-apply-transactions",
                    "after five blocks there are unspent outputs, but what check returns holds none");
        }
        assertThat(unspent.balance(ALICE.account())).as("Alice's balance").isEqualTo(3 * 50 - 30 - 5);
        assertThat(unspent.balance(BOB.account())).as("Bob's balance").isEqualTo(2 * 50 + 30 - 70);
        assertThat(unspent.balance(CAROL.account())).as("Carol's balance").isEqualTo(75);
        assertThat(unspent.all())
                .as("all unspent outputs")
                .containsExactlyInAnyOrderElementsOf(paying.unspent().all());
        assertThat(check(rules, List.of(Genesis.BLOCK)).all())
                .as("the unspent outputs after genesis")
                .isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("a chain that does not start with genesis is not valid, nor is an empty one")
    void genesisMissing() {
        judge.refuses("an empty chain", () -> rules.check(List.of()), () -> "forgets-the-empty-chain");
        transcript.suspect("does-not-compare-genesis");
        refused("a chain that starts with block 2", blocks.subList(1, 14));
        refused("a single block 2", blocks.subList(1, 2));
        List<Block> twice = new ArrayList<>(blocks);
        twice.add(0, Genesis.BLOCK);
        refused("a chain that starts with genesis twice", twice);
    }

    @Test
    @Order(4)
    @DisplayName("a genesis block in which anything is changed is another one, even if it states the same hash")
    void genesisChanged() {
        transcript.suspect("compares-only-the-hash-of-genesis");
        genesisChanged("version", Forgery.of(Genesis.BLOCK).version("1.0.1").underOldHash());
        genesisChanged("height", Forgery.of(Genesis.BLOCK).height(0).underOldHash());
        genesisChanged(
                "timestamp", Forgery.of(Genesis.BLOCK).timestamp(1_231_006_507L).underOldHash());
        genesisChanged(
                "previousHash",
                Forgery.of(Genesis.BLOCK).previousHash("1".repeat(64)).underOldHash());
        genesisChanged(
                "merkleRoot",
                Forgery.of(Genesis.BLOCK).merkleRoot("0".repeat(64)).underOldHash());
        genesisChanged("difficulty", Forgery.of(Genesis.BLOCK).difficulty(40).underOldHash());
        genesisChanged("text", Forgery.of(Genesis.BLOCK).text("pay the author").underOldHash());
        genesisChanged("data", Forgery.of(Genesis.BLOCK).text(null).underOldHash());
        genesisChanged(
                "transactions",
                Forgery.of(Genesis.BLOCK)
                        .transactionsUnderOldRoot(blocks.get(1).transactions())
                        .underOldHash());
        genesisChanged("nonce", Genesis.BLOCK.withNonce(1).withHash(Genesis.BLOCK.hash()));
        genesisChanged("hash", Genesis.BLOCK.withHash("0".repeat(64)));
    }

    private void genesisChanged(String field, Block genesis) {
        List<Block> changed = new ArrayList<>(blocks);
        changed.set(0, genesis);
        refused("a chain on a genesis block with another " + field, changed);
        refused("a genesis block alone, with another " + field, List.of(genesis));
    }

    @Test
    @Order(5)
    @DisplayName("a block that breaks a rule by itself makes the chain invalid, wherever it stands")
    void blockRules() {
        transcript.suspect(
                passes(chain.block(14).withHash("0".repeat(64)))
                        ? "does-not-check-blocks"
                        : "checks-only-the-last-block");
        for (int height : List.of(2, 7, 14)) {
            Block block = chain.block(height);
            withBlock("a made-up hash", block.withHash("0".repeat(64)));
            withBlock(
                    "a made-up merkle root",
                    Forgery.of(block).merkleRoot("0".repeat(64)).mined());
            withBlock("another version", Forgery.of(block).version("1.0").mined());
        }
        for (int height : List.of(10, 12, 14)) { // below 10, no work is asked for
            withBlock("no work to show", Forgery.of(chain.block(height)).minedUntil(hash -> hash.startsWith("f")));
        }
    }

    @Test
    @Order(6)
    @DisplayName("a block that is not the next one makes the chain invalid, wherever it stands")
    void nextRules() {
        transcript.suspect("does-not-check-order");
        for (int height : List.of(2, 7, 14)) {
            Block block = chain.block(height);
            long before = chain.block(height - 1).timestamp();
            withBlock(
                    "an earlier time than the one below",
                    Forgery.of(block).timestamp(before - 1).mined());
            withBlock(
                    "too high a difficulty",
                    Forgery.of(block).difficulty(block.difficulty() + 1).mined());
            withBlock(
                    "another previous hash",
                    Forgery.of(block).previousHash("0".repeat(64)).mined());
        }
        withBlock(
                "too low a difficulty",
                Forgery.of(chain.block(10)).difficulty(0).mined());
        Block jump =
                Forgery.of(chain.block(13)).previousHash(chain.block(11).hash()).mined();
        List<Block> gap = new ArrayList<>(blocks.subList(0, 11));
        gap.add(jump);
        gap.add(Forgery.of(chain.block(14)).previousHash(jump.hash()).mined());
        refusedByEarlierRules("a chain that goes from block 11 straight to block 13", gap);
        List<Block> swapped = new ArrayList<>(blocks);
        swapped.set(6, blocks.get(7));
        swapped.set(7, blocks.get(6));
        refusedByEarlierRules("a chain with blocks 7 and 8 swapped", swapped);
    }

    @Test
    @Order(7)
    @DisplayName(
            "the chain that the original program mined is valid, with its balances, where its transfers are trusted")
    void original() throws InvalidBlock {
        ChainRules trusting = new ChainRules(TransactionRules.ORIGINAL);
        List<Block> original = OriginalChain.blocks();
        judge.accepts(
                "the original's chain of " + original.size() + " blocks, where its transfers are trusted",
                () -> trusting.check(original),
                () -> EarlierRules.hold(original) ? "ignores-the-transaction-rules" : EarlierRules.TO_BLAME);
        UnspentOutputs unspent = check(trusting, original);
        OriginalChain.balances()
                .forEach((account, coins) -> assertThat(unspent.balance(account))
                        .as("the balance of %s", account)
                        .isEqualTo(coins.longValue()));
        transcript.suspect("lets-invalid-transactions-pass");
        refused("the original's chain, where transfers must prove who signed them", original);
    }

    private boolean passes(Block exchanged) {
        return Judge.passes(() -> rules.check(Forgery.chainWith(blocks, exchanged)));
    }

    private static UnspentOutputs check(ChainRules rules, List<Block> valid) throws InvalidBlock {
        UnspentOutputs unspent = rules.check(valid);
        if (unspent == null) {
            throw CheckpointFailure.because("returns-nothing", "check returns null for a valid chain");
        }
        return unspent;
    }

    private void withBlock(String what, Block exchanged) {
        refusedByEarlierRules(
                "a chain whose block " + exchanged.height() + " has " + what, Forgery.chainWith(blocks, exchanged));
    }

    private void refusedByEarlierRules(String what, List<Block> chain) {
        judge.refuses(what, () -> rules.check(chain), () -> EarlierRules.hold(chain) ? EarlierRules.TO_BLAME : null);
    }

    private void refused(String what, List<Block> chain) {
        judge.refuses(what, () -> rules.check(chain));
    }
}
