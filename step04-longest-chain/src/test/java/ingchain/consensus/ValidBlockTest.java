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

    private final Judge judge;

    ValidBlockTest(Transcript transcript) {
        judge = new Judge(transcript);
    }

    @Test
    @Order(1)
    @DisplayName("a block that keeps all rules is valid")
    void perfect() {
        TestChain chain = new TestChain().grow(11, ALICE);
        for (Block each : chain.blocks().subList(1, 12)) {
            judge.accepts("block " + each.height(), () -> BlockRules.checkBlock(each));
        }
        judge.accepts("a block with two transfers", () -> BlockRules.checkBlock(block));
    }

    @Test
    @Order(2)
    @DisplayName("a block that does not state the hash of its header is not valid")
    void hash() {
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
        refused(
                "a block with its hash in upper case",
                block.withHash(block.hash().toUpperCase(Locale.ROOT)));
    }

    @Test
    @Order(5)
    @DisplayName("a block whose hash shows less work than it states is not valid")
    void work() {
        for (int difficulty : List.of(1, 2, 4, 5, 8)) {
            int missed = difficulty - 1;
            Block lazy = Forgery.of(block)
                    .difficulty(difficulty)
                    .minedUntil(hash -> ProofOfWork.leadingZeroBits(hash) == missed);
            refused("a block of difficulty " + difficulty + " with a hash of " + missed + " zero bits", lazy);
        }
    }

    @Test
    @Order(6)
    @DisplayName("difficulty counts zero bits, not zero digits; as many as stated are enough, and more are welcome")
    void workInBits() {
        for (int difficulty : List.of(1, 3, 4, 5, 7)) {
            for (int bits : List.of(difficulty, difficulty + 1)) {
                Block diligent = Forgery.of(block)
                        .difficulty(difficulty)
                        .minedUntil(hash -> ProofOfWork.leadingZeroBits(hash) == bits);
                judge.accepts(
                        "a block of difficulty " + difficulty + " with a hash of " + bits + " zero bits",
                        () -> BlockRules.checkBlock(diligent));
            }
        }
        Block easy = Forgery.of(block).difficulty(0).minedUntil(hash -> hash.startsWith("f"));
        judge.accepts("a block of difficulty 0 with a hash of no zero bits", () -> BlockRules.checkBlock(easy));
    }

    @Test
    @Order(7)
    @DisplayName("a block that does not state the merkle root of its transactions is not valid")
    void merkleRoot() {
        String root = block.merkleRoot();
        refused(
                "a block with a made-up merkle root",
                Forgery.of(block).merkleRoot("0".repeat(64)).mined());
        refused(
                "a block with its merkle root in lower case",
                Forgery.of(block).merkleRoot(root.toLowerCase(Locale.ROOT)).mined());
        refused(
                "a block with the merkle root of its first transaction alone",
                Forgery.of(block)
                        .transactions(block.transactions().subList(0, 1))
                        .transactionsUnderOldRoot(block.transactions())
                        .mined());
    }

    @Test
    @Order(8)
    @DisplayName("whatever is changed in the transactions, the old merkle root does not fit any more")
    void changedUnderOldRoot() {
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
            judge.accepts("block " + each.height() + " of the original", () -> BlockRules.checkBlock(each));
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
