package ingchain.transaction;

/**
 * An output that nobody has spent: a coin somebody can spend. The article's {@code Unspent} holds these.
 *
 * @param txOutId hash of the transaction that made it
 * @param txOutIndex which of that transaction's outputs, from 0
 * @param account whose it is
 * @param amount how much it is worth
 */
public record UnspentOutput(String txOutId, int txOutIndex, String account, long amount) {
    /** Where it was made. */
    public OutPoint outPoint() {
        return new OutPoint(txOutId, txOutIndex);
    }
}
