package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;

import ingchain.Samples;
import ingchain.block.Block;
import java.util.List;

/** A transfer that keeps every rule, and its parts, to make others of that break just one. */
final class PerfectTransfer {
    /** Alice has three coins of 50 (blocks 2, 3 and 4), Bob has one (block 5). */
    static final UnspentOutputs UNSPENT = coins();

    static final List<UnspentOutput> ALICES = UNSPENT.of(ALICE.account());
    static final List<UnspentOutput> BOBS = UNSPENT.of(BOB.account());

    /** Alice pays 60 to Bob. */
    static final Transaction GOOD = Samples.pay(ALICE, BOB, 60, ALICES);

    static final TxIn FIRST = GOOD.txIns().get(0);
    static final TxIn SECOND = GOOD.txIns().get(1);
    static final TxOut PAID = new TxOut(BOB.account(), 60);
    static final TxOut CHANGE = new TxOut(ALICE.account(), 40);

    private PerfectTransfer() {}

    private static UnspentOutputs coins() {
        List<Block> blocks = Samples.branch(ALICE, 3);
        blocks.add(Samples.on(blocks.get(3), BOB));
        return Samples.unspentAfter(blocks);
    }

    static void check(Transaction transfer, TransactionRules rules) throws InvalidTransaction {
        rules.checkAlone(transfer);
        rules.checkSpending(transfer, UNSPENT);
    }

    /** A transfer that states the right hash, whatever else is wrong with it. */
    static Transaction transfer(List<TxIn> ins, TxOut... outs) {
        return Transaction.of(ins, List.of(outs));
    }

    /** What another input takes, with another key and signature. */
    static TxIn in(TxIn other, String publicKey, String signature) {
        return new TxIn(other.txOutIndex(), other.txOutId(), signature, publicKey);
    }

    /** An input that takes something else, and is signed as the perfect one. */
    static TxIn in(String txOutId, int index) {
        return new TxIn(index, txOutId, FIRST.signature(), ALICE.publicKey());
    }
}
