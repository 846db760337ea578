package ingchain.block;

import ingchain.crypto.MerkleRoot;
import ingchain.transaction.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Makes blocks: tries nonces until the block's hash shows the work that is asked for. The article's {@code WorkProof}.
 *
 * <p>The original reads the clock again for every nonce. This miner does so once a round of {@value #ROUND} nonces a
 * thread: only the nonce changes within a round, so the rest of the header is hashed once (see {@link NonceSearch}).
 */
public final class Miner {
    /** Nonces that each thread tries before the clock is read again: about a second's worth. */
    public static final int ROUND = 1 << 21;

    private static final long NOT_FOUND = -1;

    private final Clock clock;
    private final int threads;
    private final int round;

    /**
     * @param clock gives the blocks' timestamps
     * @param threads how many threads search side by side; 1 or more
     */
    public Miner(Clock clock, int threads) {
        this(clock, threads, ROUND);
    }

    /** With rounds of another length: a test needs short ones. */
    Miner(Clock clock, int threads, int round) {
        if (threads < 1) {
            throw new IllegalArgumentException("mining needs at least 1 thread, not " + threads);
        }
        this.clock = clock;
        this.threads = threads;
        this.round = round;
    }

    /**
     * @param chain the blocks to build on, from genesis to the tip
     * @param transactions the coinbase first; at least that
     * @param stale asked now and then; once it is true the search ends without a block, because somebody else was
     *     faster
     * @return a block that is valid on top of {@code chain}, or null where the search ended as stale
     * @throws IllegalStateException where {@code stale} throws, with that as its cause
     */
    public Block mine(List<Block> chain, List<Transaction> transactions, BooleanSupplier stale) {
        Block tip = chain.get(chain.size() - 1);
        String merkleRoot =
                MerkleRoot.of(transactions.stream().map(Transaction::hash).toList());
        for (long firstNonce = 1; ; firstNonce += (long) round * threads) {
            // A clock that went back must not make a block that is older than the one below it.
            long timestamp = Math.max(clock.millis(), tip.timestamp());
            int difficulty = Difficulty.expected(chain, timestamp);
            Block candidate = new Block(
                    Genesis.VERSION,
                    tip.height() + 1,
                    timestamp,
                    tip.hash(),
                    merkleRoot,
                    firstNonce,
                    difficulty,
                    transactions,
                    null,
                    "");
            OptionalLong nonce = searchRound(candidate, stale);
            if (nonce.isPresent()) {
                return candidate.withNonce(nonce.getAsLong());
            }
            if (stale.getAsBoolean()) {
                return null;
            }
        }
    }

    private OptionalLong searchRound(Block candidate, BooleanSupplier stale) {
        AtomicLong found = new AtomicLong(NOT_FOUND);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        BooleanSupplier stop = () -> found.get() != NOT_FOUND || failure.get() != null || stale.getAsBoolean();
        Thread[] helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            long from = candidate.nonce() + (i + 1L) * round;
            helpers[i] = new Thread(() -> search(candidate, from, stop, found, failure), "miner-" + (i + 2));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        search(candidate, candidate.nonce(), stop, found, failure);
        for (Thread helper : helpers) {
            joinUninterruptibly(helper);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the search for a nonce failed", failure.get());
        }
        return found.get() == NOT_FOUND ? OptionalLong.empty() : OptionalLong.of(found.get());
    }

    /** What fails on one thread is kept for the caller, and ends the search on all of them. */
    private void search(
            Block candidate, long from, BooleanSupplier stop, AtomicLong found, AtomicReference<Throwable> failure) {
        try {
            long nonce = new NonceSearch(candidate).find(from, round, stop);
            if (nonce >= 0) {
                found.compareAndSet(NOT_FOUND, nonce);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /**
     * A helper ends soon after a nonce is found or its round is over; an interrupt is kept for whoever asked for the
     * block.
     */
    private static void joinUninterruptibly(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
