package ingchain.transaction;

import ingchain.crypto.Sha256;
import java.util.List;
import java.util.Objects;

/**
 * Either a coinbase, the first in its block, which makes new coins for the miner; or a transfer, which takes unspent
 * outputs and makes outputs of the same sum.
 *
 * @param txIns what is taken, in order; at least one
 * @param txOuts what is made, in order; a transfer pays the receiver first and gives the change back after that
 * @param hash the transaction's name: 64 lower-case hexadecimal digits, as stated by whoever made it
 */
public record Transaction(List<TxIn> txIns, List<TxOut> txOuts, String hash) {
    /** What a miner gets for a block. */
    public static final long BLOCK_REWARD = 50;

    /** @throws NullPointerException where anything is null */
    public Transaction {
        txIns = List.copyOf(Objects.requireNonNull(txIns, "a transaction has txIns"));
        txOuts = List.copyOf(Objects.requireNonNull(txOuts, "a transaction has txOuts"));
        Objects.requireNonNull(hash, "a transaction has a hash");
    }

    /** A transaction that states the right hash. */
    public static Transaction of(List<TxIn> txIns, List<TxOut> txOuts) {
        return new Transaction(txIns, txOuts, hashOf(txIns, txOuts));
    }

    /**
     * The transaction that pays a block's miner.
     *
     * @param account the miner's
     * @param height the block's; it makes the coinbases of one miner differ
     */
    public static Transaction coinbase(String account, int height) {
        return of(List.of(TxIn.coinbase(height)), List.of(new TxOut(account, BLOCK_REWARD)));
    }

    /** The hash that this transaction ought to state, worked out afresh. */
    public String computeHash() {
        return hashOf(txIns, txOuts);
    }

    /** Whether this is shaped like a coinbase: its one input takes nothing. */
    public boolean isCoinbase() {
        return txIns.size() == 1 && txIns.get(0).txOutId() == null;
    }

    /**
     * The original's rule, with its gap: of an input only the index is hashed, not which transaction it takes from. So
     * two transfers may have one and the same hash; {@link TransactionRules} says what is done about it.
     */
    //> hash
    private static String hashOf(List<TxIn> txIns, List<TxOut> txOuts) {
        StringBuilder text = new StringBuilder();
        txOuts.forEach(out -> text.append(Sha256.hex(out.account() + out.amount())));
        txIns.forEach(in -> text.append(Sha256.hex(Integer.toString(in.txOutIndex()))));
        return Sha256.hex(text.toString());
    }
    //< hash
}
