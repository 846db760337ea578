package ingchain.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the transaction that carries out a receipt. */
public final class Transfer {
    /** How many ways to split the change are tried before another coin is added; more than anybody will need. */
    private static final int MOST_SPLITS = 100;

    private Transfer() {}

    /**
     * Takes the payer's coins in order until they cover the amount, pays the receiver first and gives the change back
     * second, as the original does.
     *
     * <p>Where the outcome would have the hash of a transaction with unspent outputs (it does when somebody pays the
     * same amount twice out of equal coins), it is made differently: the change is split in two, or one more coin is
     * taken.
     *
     * @param coins the payer's unspent outputs that no waiting transfer takes, in order
     * @param isUsed whether a transaction's hash is already in use
     * @throws InvalidTransaction where the coins do not cover the amount, or nothing helps against equal hashes
     */
    public static Transaction of(Receipt receipt, List<UnspentOutput> coins, Predicate<Transaction> isUsed)
            throws InvalidTransaction {
        List<TxIn> ins = new ArrayList<>();
        long sum = 0;
        for (UnspentOutput coin : coins) {
            ins.add(new TxIn(
                    coin.txOutIndex(),
                    coin.txOutId(),
                    receipt.signature(),
                    receipt.sender().publicKey()));
            sum += coin.amount();
            if (sum >= receipt.amount()) {
                Optional<Transaction> transfer = withChange(receipt, ins, sum - receipt.amount(), isUsed);
                if (transfer.isPresent()) {
                    return transfer.get();
                }
            }
        }
        if (sum < receipt.amount()) {
            throw new InvalidTransaction("account " + receipt.sender().account() + " has " + sum
                    + " to spend and would need " + receipt.amount());
        }
        throw new InvalidTransaction("a payment of " + receipt.amount() + " to " + receipt.received()
                + " would have the hash of an earlier one: wait until that one is spent, or pay another amount");
    }

    private static Optional<Transaction> withChange(
            Receipt receipt, List<TxIn> ins, long change, Predicate<Transaction> isUsed) {
        String payer = receipt.sender().account();
        for (long split = 0; split <= Math.min(change / 2, MOST_SPLITS); split++) {
            List<TxOut> outs = new ArrayList<>();
            outs.add(new TxOut(receipt.received(), receipt.amount()));
            if (change > 0) {
                outs.add(new TxOut(payer, change - split));
            }
            if (split > 0) {
                outs.add(new TxOut(payer, split));
            }
            Transaction transfer = Transaction.of(ins, outs);
            if (!isUsed.test(transfer)) {
                return Optional.of(transfer);
            }
        }
        return Optional.empty();
    }
}
