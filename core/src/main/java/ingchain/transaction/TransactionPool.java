package ingchain.transaction;

import ingchain.chain.Chain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The transfers that wait for a block (the mempool), in the order in which they came. All of them could stand in the
 * next block together: no two take the same output.
 *
 * <p>Thread-safe. It uses the chain's own lock, so that pool and chain always fit together.
 */
public final class TransactionPool {
    private final Chain chain;
    private final Map<String, Transaction> pending = new LinkedHashMap<>();
    private final Set<OutPoint> taken = new HashSet<>();

    /** @param chain the one whose unspent outputs the transfers take */
    public TransactionPool(Chain chain) {
        this.chain = chain;
    }

    /**
     * @return false where it is already here
     * @throws InvalidTransaction where it could not stand in the next block
     */
    public boolean add(Transaction transfer) throws InvalidTransaction {
        if (contains(transfer)) {
            return false;
        }
        chain.rules().checkAlone(transfer); // the signature, without keeping anybody waiting for the lock
        synchronized (chain) {
            return addChecked(transfer);
        }
    }

    private boolean addChecked(Transaction transfer) throws InvalidTransaction {
        if (pending.containsKey(transfer.hash())) {
            return false;
        }
        chain.checkSpending(transfer);
        for (TxIn in : transfer.txIns()) {
            if (taken.contains(in.outPoint())) {
                throw new InvalidTransaction("a transfer in the pool already takes this output");
            }
        }
        pending.put(transfer.hash(), transfer);
        transfer.txIns().forEach(in -> taken.add(in.outPoint()));
        return true;
    }

    /** Whether a transfer with this one's hash waits here. */
    public boolean contains(Transaction transfer) {
        synchronized (chain) {
            return pending.containsKey(transfer.hash());
        }
    }

    /** Whether a transfer that waits here takes this output. */
    public boolean takes(OutPoint outPoint) {
        synchronized (chain) {
            return taken.contains(outPoint);
        }
    }

    /** How many transfers wait. */
    public int size() {
        synchronized (chain) {
            return pending.size();
        }
    }

    /** How many outputs all of them take together. */
    public int outputsTaken() {
        synchronized (chain) {
            return taken.size();
        }
    }

    /** Takes transfers out that have waited long enough, say. */
    public void removeIf(Predicate<Transaction> picked) {
        synchronized (chain) {
            List<Transaction> leaving = pending.values().stream().filter(picked).toList();
            for (Transaction transfer : leaving) {
                pending.remove(transfer.hash());
                transfer.txIns().forEach(in -> taken.remove(in.outPoint()));
            }
        }
    }

    /** The transfers that wait, in order; a copy. */
    public List<Transaction> pending() {
        synchronized (chain) {
            return List.copyOf(pending.values());
        }
    }

    /**
     * Brings the pool in line with a chain that has changed. What the chain now holds, or now makes invalid, leaves the
     * pool.
     *
     * @param returned transfers that stood in blocks which the chain has dropped: those that are still valid come
     *     (back) to the pool, all others are passed over. Empty where the chain only grew
     */
    public void refresh(Collection<Transaction> returned) {
        synchronized (chain) {
            List<Transaction> candidates = new ArrayList<>(pending.values());
            pending.clear();
            taken.clear();
            // Oldest first: a transfer that was in a block came before those that still wait.
            returned.forEach(this::addWhereValid);
            candidates.forEach(this::addWhereStillSpendable);
        }
    }

    private void addWhereValid(Transaction transfer) {
        try {
            chain.rules().checkAlone(transfer);
            addChecked(transfer);
        } catch (InvalidTransaction e) {
            // It lost its place to the new chain: that is what this method is for.
        }
    }

    private void addWhereStillSpendable(Transaction transfer) {
        try {
            addChecked(transfer);
        } catch (InvalidTransaction e) {
            // As above. Its signature was checked when it came, and cannot have changed.
        }
    }
}
