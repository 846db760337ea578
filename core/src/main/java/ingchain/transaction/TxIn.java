package ingchain.transaction;

/**
 * What a transaction takes: an output of an earlier one.
 *
 * @param txOutIndex which of that transaction's outputs, from 0; in a coinbase, which takes nothing, the new
 *     block's height
 * @param txOutId the hash of that transaction; null in a coinbase
 * @param signature of the receipt, DER in hexadecimal; null in a coinbase
 * @param publicKey of the one who pays, 66 hexadecimal digits. The original program has no such field and ignores
 *     it; without it nobody could check the signature. Null in a coinbase and in an original program's transfer
 */
public record TxIn(int txOutIndex, String txOutId, String signature, String publicKey) {
    /** The input of the coinbase in the block at a height. */
    public static TxIn coinbase(int height) {
        return new TxIn(height, null, null, null);
    }

    /** The output that this takes; never ask a coinbase. */
    public OutPoint outPoint() {
        return new OutPoint(txOutId, txOutIndex);
    }
}
