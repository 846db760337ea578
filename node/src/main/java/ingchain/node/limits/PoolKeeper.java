package ingchain.node.limits;

import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionPool;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the pool small. The attack: transfers cost nothing here, there are no fees, so whoever has a thousand coins can
 * pay them to himself without end; and all that waits stands in the next block, which everybody must take. A transfer
 * that no block holds after a day will never be in one: it conflicts with another node's pool.
 */
public final class PoolKeeper {
    /** Most transfers that wait: as many as ten blocks of a busy network hold. */
    public static final int MAX_TRANSFERS = 5_000;

    /** Most outputs that one transfer takes: about 350 KB of JSON. Somebody with smaller coins pays twice. */
    public static final int MAX_INPUTS = 1_000;

    /** Most outputs that all of them take together: about 7 MB of JSON. */
    public static final int MAX_ALL_INPUTS = 20_000;

    /** How long a transfer may wait, in milliseconds. */
    public static final long MAX_AGE_MILLIS = 24 * 60 * 60_000L;

    private final TransactionPool pool;
    private final Clock clock;
    private final Map<String, Long> since = new HashMap<>(); // of those that waited at the last look

    /** @param clock tells how old a transfer is */
    public PoolKeeper(TransactionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Whether there is room for another transfer.
     *
     * @param inputs how many outputs it takes
     */
    public boolean hasRoomFor(int inputs) {
        return inputs <= MAX_INPUTS && pool.size() < MAX_TRANSFERS && pool.outputsTaken() + inputs <= MAX_ALL_INPUTS;
    }

    /** Takes out what has waited too long. To be called now and then; ages are as exact as that is often. */
    public synchronized void tidy() {
        long now = clock.millis();
        List<String> waiting = pool.pending().stream().map(Transaction::hash).toList();
        since.keySet().retainAll(waiting);
        waiting.forEach(hash -> since.putIfAbsent(hash, now));
        pool.removeIf(transfer -> now - since.getOrDefault(transfer.hash(), now) > MAX_AGE_MILLIS);
    }
}
