package ingchain.bench.chain;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.Miner;
import ingchain.transaction.Transaction;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a nonce costs: to a miner on one thread, to a miner on two, and to a loop that only hashes as many bytes as fit
 * into one piece of SHA-256, on one thread and on two.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NonceTrying {
    /** More zero bits than anybody will ever see: the search never succeeds. */
    private static final int HOPELESS = 200;

    /** A chain of that many of one block: the next one is to have the difficulty of those below it. */
    private static final int HEIGHT = 24;

    private final byte[] nonce = new byte[36]; // with padding and length, SHA-256 takes at most 55 bytes in one piece
    private final byte[] hash = new byte[32];
    private MessageDigest sha256;

    @Setup
    public void prepare() throws NoSuchAlgorithmException {
        sha256 = MessageDigest.getInstance("SHA-256");
    }

    @Benchmark
    @OperationsPerInvocation(Miner.ROUND)
    public Block mineOnOneThread() {
        return mineOneRound(1);
    }

    @Benchmark
    @OperationsPerInvocation(2 * Miner.ROUND)
    public Block mineOnTwoThreads() {
        return mineOneRound(2);
    }

    @Benchmark
    public byte[] hashOnOneThread() throws DigestException {
        return hashOnce();
    }

    @Benchmark
    @Threads(2)
    public byte[] hashOnTwoThreads() throws DigestException {
        return hashOnce();
    }

    private byte[] hashOnce() throws DigestException {
        nonce[0]++;
        sha256.update(nonce);
        sha256.digest(hash, 0, hash.length);
        return hash;
    }

    /** A miner reads the clock once a round, so the clock can count the rounds. */
    private static Block mineOneRound(int threads) {
        AtomicInteger rounds = new AtomicInteger();
        InstantSource clock = () -> Instant.ofEpochSecond(1_700_000_000L + rounds.incrementAndGet());
        Block below = new Block(
                Genesis.VERSION,
                HEIGHT,
                0,
                Genesis.BLOCK.hash(),
                "",
                0,
                HOPELESS,
                List.of(),
                null,
                Genesis.BLOCK.hash());
        return new Miner(clock.withZone(ZoneOffset.UTC), threads)
                .mine(
                        Collections.nCopies(HEIGHT, below),
                        List.of(Transaction.coinbase(LongChain.miner(HEIGHT + 1), HEIGHT + 1)),
                        () -> rounds.get() > 1);
    }
}
