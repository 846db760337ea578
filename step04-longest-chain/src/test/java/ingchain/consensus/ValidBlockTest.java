package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.block.Block;
import ingchain.block.ProofOfWork;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.1")
@DisplayName("4.1 Is this block valid: hash, work, merkle root")
class ValidBlockTest {
    /** Block 12, of difficulty 1, with a coinbase and two transfers. */
    private final Block block = blockWithTransfers();

    private final Transcript transcript;
    private final Judge judge;

    ValidBlockTest(Transcript transcript) {
        this.transcript = transcript;
        this.judge = new Judge(transcript);
    }

    @Test
    @Order(1)
    @DisplayName("a block that keeps all rules is valid")
    void perfect() {
        TestChain chain = new TestChain().grow(11, ALICE);
        for (Block each : chain.blocks().subList(1, 12)) {
            accepted("block " + each.height(), each);
        }
        accepted("a block with two transfers", block);
    }

    private void accepted(String what, Block valid) {
        judge.accepts(what, () -> BlockRules.checkBlock(valid), this::whyRefused);
    }

    /** Which valid blocks pass, and which do not, tells how the work is counted, or that nothing passes. */
    private String whyRefused() {
        boolean justEnough = passes(3, 3);
        boolean oneMore = passes(3, 4);
        boolean manyMore = passes(3, 12);
        if (!justEnough && !oneMore && !manyMore && !passes(0, 0) && !passes(0, 4)) {
            return "refuses-everything";
        }
        if (justEnough != oneMore) {
            return justEnough ? "refuses-more-work" : "work-is-off-by-one";
        }
        return manyMore && !justEnough ? "counts-digits" : null;
    }

    private boolean passes(int difficulty, int bits) {
        Block worked = worked(difficulty, bits);
        return Judge.passes(() -> BlockRules.checkBlock(worked));
    }

    private Block worked(int difficulty, int bits) {
        return Forgery.of(block).difficulty(difficulty).minedUntil(hash -> ProofOfWork.leadingZeroBits(hash) == bits);
    }

    @Test
    @Order(2)
    @DisplayName("a block that does not state the hash of its header is not valid")
    void hash() {
        transcript.suspect("trusts-the-stated-hash");
        refused(
                "a block with a made-up hash, of which anybody would think it took much work",
                block.withHash("0".repeat(64)));
        refused(
                "a block with the hash of the one below it",
                block.withHash("0" + block.previousHash().substring(1)));
        refused(
                "a block with an empty hash",
                Forgery.of(block).difficulty(0).mined().withHash(""));
    }

    @Test
    @Order(3)
    @DisplayName("whatever is changed in a header, the old hash does not fit any more")
    void changedUnderOldHash() {
        transcript.suspect("trusts-the-stated-hash");
        refused("a block moved to height 13", Forgery.of(block).height(13).underOldHash());
        refused(
                "a block dated a millisecond later",
                Forgery.of(block).timestamp(block.timestamp() + 1).underOldHash());
        refused(
                "a block put on top of another one",
                Forgery.of(block).previousHash("0".repeat(64)).underOldHash());
        refused("a block said to be easier", Forgery.of(block).difficulty(0).underOldHash());
        refused("a block with another nonce", block.withNonce(block.nonce() + 1).withHash(block.hash()));
    }

    @Test
    @Order(4)
    @DisplayName("a hash in upper case is another text, and so another hash")
    void hashInUpperCase() {
        transcript.suspect("ignores-case");
        refused(
                "a block with its hash in upper case",
                block.withHash(block.hash().toUpperCase(Locale.ROOT)));
    }

    @Test
    @Order(5)
    @DisplayName("a block whose hash shows less work than it states is not valid")
    void work() {
        transcript.suspect("does-not-check-work");
        for (int difficulty : List.of(1, 2, 4, 5, 8)) {
            int missed = difficulty - 1;
            refused(
                    "a block of difficulty " + difficulty + " with a hash of " + missed + " zero bits",
                    worked(difficulty, missed));
        }
    }

    @Test
    @Order(6)
    @DisplayName("difficulty counts zero bits, not zero digits; as many as stated are enough, and more are welcome")
    void workInBits() {
        for (int difficulty : List.of(1, 3, 4, 5, 7)) {
            for (int bits : List.of(difficulty, difficulty + 1)) {
                accepted(
                        "a block of difficulty " + difficulty + " with a hash of " + bits + " zero bits",
                        worked(difficulty, bits));
            }
        }
        accepted("a block of difficulty 0 with a hash of no zero bits", worked(0, 0));
    }

    @Test
    @Order(7)
    @DisplayName("a block that does not state the merkle root of its transactions is not valid")
    void merkleRoot() {
        String root = block.merkleRoot();
        transcript.suspect("does-not-check-merkle-root");
        refused(
                "a block with a made-up merkle root",
                Forgery.of(block).merkleRoot("0".repeat(64)).mined());
        refused(
                "a block with the merkle root of its first transaction alone",
                Forgery.of(block)
                        .transactions(block.transactions().subList(0, 1))
                        .transactionsUnderOldRoot(block.transactions())
                        .mined());
        transcript.suspect("ignores-case");
        refused(
                "a block with its merkle root in lower case",
                Forgery.of(block).merkleRoot(root.toLowerCase(Locale.ROOT)).mined());
    }

    @Test
    @Order(8)
    @DisplayName("whatever is changed in the transactions, the old merkle root does not fit any more")
    void changedUnderOldRoot() {
        transcript.suspect("does-not-check-merkle-root");
        List<Transaction> transactions = block.transactions();
        refused(
                "a block without its last transfer",
                Forgery.of(block)
                        .transactionsUnderOldRoot(transactions.subList(0, 2))
                        .mined());
        List<Transaction> swapped = new ArrayList<>(transactions);
        Collections.swap(swapped, 1, 2);
        refused(
                "a block with its transfers in another order",
                Forgery.of(block).transactionsUnderOldRoot(swapped).mined());
        List<Transaction> stolen = new ArrayList<>(transactions);
        stolen.set(0, Transaction.coinbase(BOB.account(), 12));
        refused(
                "a block whose reward somebody else has taken",
                Forgery.of(block).transactionsUnderOldRoot(stolen).mined());
        List<Transaction> twice = new ArrayList<>(transactions);
        twice.add(transactions.get(2));
        refused(
                "a block with a transfer twice",
                Forgery.of(block).transactionsUnderOldRoot(twice).mined());
    }

    @Test
    @Order(9)
    @DisplayName("the rules that were there before still hold: the version, and at least a coinbase")
    void givenRules() {
        transcript.suspect("drops-given-rules");
        refused("a block of version 2.0.0", Forgery.of(block).version("2.0.0").mined());
        refused(
                "a block without transactions",
                Forgery.of(block).transactionsUnderOldRoot(List.of()).mined());
    }

    @Test
    @Order(10)
    @DisplayName("all blocks that the original program mined are valid")
    void original() {
        for (Block each : OriginalChain.blocks().subList(1, 43)) {
            accepted("block " + each.height() + " of the original", each);
        }
    }

    private void refused(String what, Block forged) {
        judge.refuses(what, () -> BlockRules.checkBlock(forged));
    }

    private static Block blockWithTransfers() {
        TestChain chain = new TestChain().grow(5, ALICE).grow(5, BOB);
        return chain.next(ALICE, chain.payment(ALICE, BOB, 30), chain.payment(BOB, CAROL, 20));
    }
}
