package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.block.Block;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import ingchain.transaction.UnspentOutput;
import ingchain.wallet.DigitalSignature;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.3")
@DisplayName("4.3 Are all transactions of a chain valid")
class ValidTransactionsTest {
    private final ChainRules rules = new ChainRules(TransactionRules.STRICT);

    /** Alice has three coins of 50, Bob has two. */
    private final TestChain chain = new TestChain().grow(3, ALICE).grow(2, BOB);

    private final Judge judge;

    ValidTransactionsTest(Transcript transcript) {
        judge = new Judge(transcript);
        transcript.suspect("lets-invalid-transactions-pass");
    }

    @Test
    @Order(1)
    @DisplayName("a chain with honest transfers is valid")
    void honest(Transcript transcript) {
        transcript.suspect(null);
        accepted("a block with a payment of 30", chain.payment(ALICE, BOB, 30));
        accepted("a block with a payment of three coins", chain.payment(ALICE, BOB, 150));
        accepted("a block with two payments", chain.payment(ALICE, BOB, 30), chain.payment(BOB, ALICE, 70));
    }

    @Test
    @Order(2)
    @DisplayName("a coinbase that is not the one due to this block makes the chain invalid")
    void coinbase() {
        coinbase("a coinbase of 51", outs(7, new TxOut(CAROL.account(), 51)));
        coinbase("a coinbase of 49", outs(7, new TxOut(CAROL.account(), 49)));
        coinbase("a coinbase that pays twice", outs(7, new TxOut(CAROL.account(), 50), new TxOut(BOB.account(), 50)));
        coinbase("a coinbase that names another height", outs(8, new TxOut(CAROL.account(), 50)));
        Transaction right = Transaction.coinbase(CAROL.account(), 7);
        coinbase("a coinbase under a made-up hash", new Transaction(right.txIns(), right.txOuts(), "0".repeat(64)));
    }

    @Test
    @Order(3)
    @DisplayName("a block has one coinbase: none is too few, and two are too many")
    void oneCoinbase() {
        Block honest = chain.next(CAROL, chain.payment(ALICE, BOB, 30));
        refused("a block without a coinbase", honest, honest.transactions().subList(1, 2));
        refused(
                "a block with two coinbases",
                honest,
                List.of(honest.transactions().get(0), Transaction.coinbase(BOB.account(), 7)));
        refused(
                "a block with its coinbase last",
                honest,
                List.of(honest.transactions().get(1), honest.transactions().get(0)));
    }

    @Test
    @Order(4)
    @DisplayName("a coin that is spent twice makes the chain invalid, be it in one block or in two")
    void doubleSpend() {
        Transaction first = chain.payment(ALICE, BOB, 30);
        Transaction second = chain.payment(ALICE, CAROL, 20); // out of the same coin
        refused("a block with two payments out of the same coin", first, second);
        TestChain longer = chain.fork().mine(CAROL, first).grow(3, CAROL);
        Block again = withTransactions(longer.next(CAROL), second);
        List<Block> blocks = new ArrayList<>(longer.blocks());
        blocks.add(again);
        judge.refuses("a chain that spends a coin in block 7 and again in block 11", () -> rules.check(blocks));
        TestChain paid = chain.fork().mine(CAROL, first);
        List<Block> replayed = new ArrayList<>(paid.blocks());
        replayed.add(withTransactions(paid.next(CAROL), first));
        judge.refuses("a chain that holds one payment in block 7 and again in block 8", () -> rules.check(replayed));
    }

    @Test
    @Order(5)
    @DisplayName("a transfer that takes what does not exist, or takes nothing, makes the chain invalid")
    void nothing() {
        UnspentOutput dream = new UnspentOutput("a".repeat(64), 0, ALICE.account(), 1_000);
        refused("a payment out of a coin that never was", TestChain.paymentOf(ALICE, BOB, 900, List.of(dream)));
        refused("a payment out of nothing", Transaction.of(List.of(), List.of(new TxOut(BOB.account(), 10))));
        UnspentOutput coin = chain.unspent().of(ALICE.account()).get(0);
        UnspentOutput dearer = new UnspentOutput(coin.txOutId(), coin.txOutIndex(), coin.account(), 1_000);
        refused("a payment of more than its coin is worth", TestChain.paymentOf(ALICE, BOB, 900, List.of(dearer)));
    }

    @Test
    @Order(6)
    @DisplayName("a transfer that pays more or less than it takes makes the chain invalid")
    void sum() {
        Transaction honest = chain.payment(ALICE, BOB, 30);
        for (long change : List.of(19L, 21L, 1_000L)) {
            List<TxOut> outs = List.of(honest.txOuts().get(0), new TxOut(ALICE.account(), change));
            refused("a payment of 30 out of 50 with change of " + change, Transaction.of(honest.txIns(), outs));
        }
        refused(
                "a payment of 30 out of 50 without change",
                Transaction.of(honest.txIns(), honest.txOuts().subList(0, 1)));
    }

    @Test
    @Order(7)
    @DisplayName("a transfer that its payer has not signed makes the chain invalid")
    void signature() {
        Transaction honest = chain.payment(ALICE, BOB, 30);
        TxIn in = honest.txIns().get(0);
        refused(
                "a payment out of somebody else's coin",
                TestChain.paymentOf(BOB, CAROL, 30, chain.unspent().of(ALICE.account())));
        List<TxOut> toCarol =
                List.of(new TxOut(CAROL.account(), 30), honest.txOuts().get(1));
        refused("a signed payment, changed to pay somebody else", Transaction.of(honest.txIns(), toCarol));
        String other = DigitalSignature.sign(ALICE, BOB.account(), 31).signature();
        refused("a payment under the signature of another one", signed(honest, other, in.publicKey()));
        refused("a payment without a signature", signed(honest, null, in.publicKey()));
        refused("a payment without a public key", signed(honest, in.signature(), null));
        refused("a payment under a signature that is none", signed(honest, "00", in.publicKey()));
    }

    private static Transaction signed(Transaction transfer, String signature, String publicKey) {
        TxIn in = transfer.txIns().get(0);
        TxIn other = new TxIn(in.txOutIndex(), in.txOutId(), signature, publicKey);
        return new Transaction(List.of(other), transfer.txOuts(), transfer.hash());
    }

    private static Transaction outs(int height, TxOut... outs) {
        return Transaction.of(List.of(TxIn.coinbase(height)), List.of(outs));
    }

    private void accepted(String what, Transaction... transfers) {
        List<Block> blocks = chain.fork().mine(CAROL, transfers).blocks();
        judge.accepts(what, () -> rules.check(blocks));
    }

    private void coinbase(String what, Transaction coinbase) {
        refused(what, chain.next(CAROL), List.of(coinbase));
    }

    private void refused(String what, Transaction... transfers) {
        judge.refuses(what, () -> rules.check(onTop(withTransactions(chain.next(CAROL), transfers))));
    }

    private void refused(String what, Block honest, List<Transaction> transactions) {
        Block forged = Forgery.of(honest).transactions(transactions).mined();
        judge.refuses(what, () -> rules.check(onTop(forged)));
    }

    private List<Block> onTop(Block block) {
        List<Block> blocks = new ArrayList<>(chain.blocks());
        blocks.add(block);
        return blocks;
    }

    private static Block withTransactions(Block block, Transaction... transfers) {
        List<Transaction> transactions = new ArrayList<>(block.transactions());
        transactions.addAll(List.of(transfers));
        return Forgery.of(block).transactions(transactions).mined();
    }
}
