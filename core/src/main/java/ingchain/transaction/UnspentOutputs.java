package ingchain.transaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every output that was made and not yet spent, oldest first: the money that there is, and whose it is. It follows from
 * the blocks alone, so two nodes with the same chain agree on every balance without ever exchanging one.
 *
 * <p>Not thread-safe: {@link ingchain.chain.Chain} guards its own.
 */
public final class UnspentOutputs {
    private final Map<OutPoint, UnspentOutput> outputs = new LinkedHashMap<>();
    private final Map<String, Set<OutPoint>> byAccount = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();

    /** Nothing unspent: the state right after the genesis block. */
    public UnspentOutputs() {}

    /** A copy that goes its own way. */
    public UnspentOutputs(UnspentOutputs other) {
        other.outputs.values().forEach(this::add);
    }

    /**
     * Takes in the transactions of the next block: all of them, or where one is invalid none.
     *
     * @param height the block's
     * @param transactions the block's, the coinbase first
     * @throws InvalidTransaction where one of them breaks a rule, or two of them take the same output
     */
    public void apply(int height, List<Transaction> transactions, TransactionRules rules) throws InvalidTransaction {
        check(height, transactions, rules);
        replay(transactions);
    }

    /**
     * Takes in the transactions of the next block without a look at their rules: for a block that was checked before,
     * and is only read again.
     *
     * @throws IllegalArgumentException where a transfer takes an output that is not there; what is unspent is of no use
     *     then
     */
    public void replay(List<Transaction> transactions) {
        for (Transaction transaction : transactions) {
            if (!transaction.isCoinbase()) {
                transaction.txIns().forEach(in -> remove(in.outPoint()));
            }
            for (int i = 0; i < transaction.txOuts().size(); i++) {
                TxOut out = transaction.txOuts().get(i);
                add(new UnspentOutput(transaction.hash(), i, out.account(), out.amount()));
            }
        }
    }

    private void check(int height, List<Transaction> transactions, TransactionRules rules) throws InvalidTransaction {
        if (transactions.isEmpty()) {
            throw new InvalidTransaction("a block has at least its coinbase");
        }
        rules.checkCoinbase(transactions.get(0), height);
        if (hasOutputOf(transactions.get(0))) {
            throw new InvalidTransaction("the coinbase has the hash of a transaction with unspent outputs");
        }
        Set<OutPoint> spent = new HashSet<>();
        Set<String> hashes = new HashSet<>(Set.of(transactions.get(0).hash()));
        for (Transaction transfer : transactions.subList(1, transactions.size())) {
            rules.checkAlone(transfer);
            rules.checkSpending(transfer, this);
            if (!hashes.add(transfer.hash())) {
                throw new InvalidTransaction("two transactions of a block have the same hash");
            }
            for (TxIn in : transfer.txIns()) {
                if (!spent.add(in.outPoint())) {
                    throw new InvalidTransaction("two transactions of a block take the same output");
                }
            }
        }
    }

    /** The unspent output at a place, or null. */
    public UnspentOutput find(OutPoint outPoint) {
        return outputs.get(outPoint);
    }

    /** Whether an output of a transaction with this one's hash is unspent. */
    public boolean hasOutputOf(Transaction transaction) {
        for (int i = 0; i < transaction.txOuts().size(); i++) {
            if (outputs.containsKey(new OutPoint(transaction.hash(), i))) {
                return true;
            }
        }
        return false;
    }

    /** All of them, oldest first; a copy. */
    public List<UnspentOutput> all() {
        return List.copyOf(outputs.values());
    }

    /** Those of one account, oldest first; a copy, empty for an account that nobody ever paid. */
    public List<UnspentOutput> of(String account) {
        return byAccount.getOrDefault(account, Set.of()).stream()
                .map(outputs::get)
                .toList();
    }

    /** How many coins an account has; 0 for one that nobody ever paid. */
    public long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    private void add(UnspentOutput coin) {
        outputs.put(coin.outPoint(), coin);
        byAccount
                .computeIfAbsent(coin.account(), account -> new LinkedHashSet<>())
                .add(coin.outPoint());
        balances.merge(coin.account(), coin.amount(), Long::sum);
    }

    private void remove(OutPoint outPoint) {
        UnspentOutput coin = outputs.remove(outPoint);
        if (coin == null) {
            throw new IllegalArgumentException("a transfer takes an output that is not there: " + outPoint);
        }
        byAccount.get(coin.account()).remove(outPoint);
        balances.merge(coin.account(), -coin.amount(), Long::sum);
    }
}
