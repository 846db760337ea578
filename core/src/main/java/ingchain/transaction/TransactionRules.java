package ingchain.transaction;

import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When a transaction is valid. {@link #checkCoinbase} and {@link #checkAlone} need nothing but the transaction;
 * {@link #checkSpending} also needs the outputs that are unspent at that moment.
 *
 * @param acceptsOriginalTransfers whether a transfer without public keys is let through. The original program sends
 *     no others, and nobody can check who signed them: say yes only among friends
 */
public record TransactionRules(boolean acceptsOriginalTransfers) {
    /** Every transfer must carry what is needed to check its signature. */
    public static final TransactionRules STRICT = new TransactionRules(false);

    /** Transfers of the original program are taken on trust. */
    public static final TransactionRules ORIGINAL = new TransactionRules(true);

    /** No amount above this is exact in the original program (JavaScript's Number.MAX_SAFE_INTEGER). */
    private static final long MAX_AMOUNT = (1L << 53) - 1;

    /**
     * One payment, and change in two parts at most (see {@link Transfer}). More would be an attack: the hash of a
     * transfer with one input and one output says the same as that of a coinbase, only with the input's index for the
     * block's height. Who made a hundred outputs could spend the hundredth so that the coinbase of block 99 finds its
     * hash in use, and nobody could mine it.
     */
    private static final int MOST_OUTPUTS = 3;

    /** Longest name of an account in a coinbase. The original takes any text; real ones have 40 digits. */
    private static final int MAX_ACCOUNT_LENGTH = 200;

    /**
     * @param height of the block that the coinbase is in
     * @throws InvalidTransaction unless it is that block's coinbase, pays one account and pays exactly the reward
     */
    public void checkCoinbase(Transaction coinbase, int height) throws InvalidTransaction {
        require(coinbase.isCoinbase(), "the first transaction of a block is its coinbase");
        require(
                coinbase.txIns().get(0).equals(TxIn.coinbase(height)),
                "a coinbase's input is its block's height and nothing else");
        require(coinbase.txOuts().size() == 1, "a coinbase has one output");
        TxOut reward = coinbase.txOuts().get(0);
        require(reward.amount() == Transaction.BLOCK_REWARD, "a coinbase pays " + Transaction.BLOCK_REWARD);
        require(
                !reward.account().isBlank() && reward.account().length() <= MAX_ACCOUNT_LENGTH,
                "a coinbase pays an account");
        require(coinbase.hash().equals(coinbase.computeHash()), "a coinbase states its own hash");
    }

    /**
     * The rules of a transfer that hold or not wherever it stands, its signature included.
     *
     * @throws InvalidTransaction where one is broken
     */
    public void checkAlone(Transaction transfer) throws InvalidTransaction {
        require(!transfer.txIns().isEmpty(), "a transfer takes something");
        require(!transfer.txOuts().isEmpty(), "a transfer pays somebody");
        require(transfer.txOuts().size() <= MOST_OUTPUTS, "a transfer has at most " + MOST_OUTPUTS + " outputs");
        for (TxIn in : transfer.txIns()) {
            require(in.txOutId() != null, "a transfer says which outputs it takes");
        }
        // The original may send change of nothing.
        long least = acceptsOriginalTransfers ? 0 : 1;
        for (TxOut out : transfer.txOuts()) {
            require(Account.isValid(out.account()), "an output pays an account of 40 hexadecimal digits");
            require(out.amount() >= least, "an output pays " + least + " or more");
            require(out.amount() <= MAX_AMOUNT, "an output pays no more coins than can be counted");
        }
        require(transfer.hash().equals(transfer.computeHash()), "a transfer states its own hash");
        checkSignature(transfer);
    }

    /**
     * A transfer says who pays (its public key), who is paid and how much (its first output): that is the receipt, and
     * its signature is on every input. All other outputs are change and go back to the one who pays.
     */
    private void checkSignature(Transaction transfer) throws InvalidTransaction {
        TxIn first = transfer.txIns().get(0);
        if (first.publicKey() == null && acceptsOriginalTransfers) {
            return;
        }
        require(first.publicKey() != null, "a transfer carries the public key of the one who pays");
        require(first.signature() != null, "a transfer is signed");
        for (TxIn in : transfer.txIns()) {
            require(
                    first.publicKey().equals(in.publicKey())
                            && first.signature().equals(in.signature()),
                    "all inputs of a transfer carry one public key and one signature");
        }
        String payer = Account.ofPublicKey(first.publicKey());
        for (TxOut change : transfer.txOuts().subList(1, transfer.txOuts().size())) {
            require(change.account().equals(payer), "change goes back to the one who pays");
        }
        TxOut paid = transfer.txOuts().get(0);
        String signed = Receipt.hash(first.publicKey(), paid.account(), paid.amount());
        require(
                DigitalSignature.verify(first.publicKey(), signed, first.signature()),
                "the signature is by the one who pays");
    }

    /**
     * The rules of a transfer that depend on what is unspent. Asks for {@link #checkAlone} to hold.
     *
     * @throws InvalidTransaction where one is broken
     */
    public void checkSpending(Transaction transfer, UnspentOutputs unspent) throws InvalidTransaction {
        long taken = 0;
        String payer = null;
        Set<OutPoint> seen = new HashSet<>();
        for (TxIn in : transfer.txIns()) {
            UnspentOutput coin = unspent.find(in.outPoint());
            require(coin != null, "a transfer takes outputs that exist and are not spent");
            require(seen.add(in.outPoint()), "a transfer takes an output once");
            require(payer == null || payer.equals(coin.account()), "a transfer takes the outputs of one account");
            payer = coin.account();
            taken += coin.amount();
        }
        String publicKey = transfer.txIns().get(0).publicKey();
        require(
                publicKey == null || Account.ofPublicKey(publicKey).equals(payer),
                "a transfer takes outputs of the one who signed it");
        require(taken == sum(transfer.txOuts()), "a transfer pays exactly what it takes");
        // The hash ignores which outputs are taken, so an honest transfer can have the hash of an earlier one. Its
        // outputs would then have the names of coins that exist, and those coins would be lost.
        require(!unspent.hasOutputOf(transfer), "a transfer's hash is not that of one with unspent outputs");
    }

    private static long sum(List<TxOut> outs) throws InvalidTransaction {
        long sum = 0;
        for (TxOut out : outs) {
            sum += out.amount();
            require(sum <= MAX_AMOUNT, "a transfer pays no more coins than can be counted");
        }
        return sum;
    }

    private static void require(boolean holds, String rule) throws InvalidTransaction {
        if (!holds) {
            throw new InvalidTransaction("broken rule: " + rule);
        }
    }
}
