package ingchain.bench.chain;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.ChainRules;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.consensus.LongestChain;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutputs;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What can be asked of a chain, and its next block, where the chain is short and where it is long. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChainAccess {
    static final int APPENDED = 500;

    /**
     * A chain that stays as it is, and questions about some of its blocks, from the first to the last. About as many of a
     * long chain as of a short one: what differs then is the work, and not what fits into the processor's cache.
     */
    @State(Scope.Benchmark)
    public static class Still {
        private static final int QUESTIONS = 512;

        @Param({"1000", "10000", "100000"})
        int size;

        private Ingchain ingchain;
        private final int[] heights = new int[QUESTIONS];
        private final String[] hashes = new String[QUESTIONS];
        private final String[] accounts = new String[QUESTIONS];
        private int asked;

        @Setup
        public void grow() throws InvalidBlock {
            List<Block> blocks = LongChain.ofSize(size);
            ingchain = grown(blocks, unspentAfter(blocks));
            for (int i = 0; i < QUESTIONS; i++) {
                int place = (int) ((long) i * size / QUESTIONS);
                heights[i] = place + 1;
                hashes[i] = blocks.get(place).hash();
                accounts[i] = LongChain.miner(place + 1);
            }
        }

        private int next() {
            asked = (asked + 1) % QUESTIONS;
            return asked;
        }
    }

    /** A chain that grows, each time from the same length. */
    @State(Scope.Benchmark)
    public static class Growing {
        @Param({"1000", "10000", "100000"})
        int size;

        private List<Block> blocks;
        private UnspentOutputs unspent;
        private Ingchain ingchain;
        private LongestChain consensus;

        @Setup
        public void mine() throws InvalidBlock {
            blocks = LongChain.ofSize(size + APPENDED);
            unspent = unspentAfter(blocks.subList(0, size));
        }

        @Setup(Level.Iteration)
        public void startOver() {
            ingchain = grown(blocks.subList(0, size), new UnspentOutputs(unspent));
            consensus = new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {});
        }

        int height() {
            return ingchain.chain().height();
        }
    }

    @Benchmark
    public Block blockByHash(Still still) {
        return still.ingchain.chain().find(still.hashes[still.next()]);
    }

    @Benchmark
    public Block blockByHeight(Still still) {
        return still.ingchain.chain().blocks().get(still.heights[still.next()] - 1);
    }

    @Benchmark
    public long balance(Still still) {
        return still.ingchain.balance(still.accounts[still.next()]);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 40)
    @Measurement(iterations = 40)
    @OperationsPerInvocation(APPENDED)
    public void append(Growing growing) {
        for (Block block : growing.blocks.subList(growing.size, growing.size + APPENDED)) {
            if (!growing.consensus.append(block)) {
                throw new IllegalStateException("block " + block.height() + " was refused");
            }
        }
    }

    private static Ingchain grown(List<Block> blocks, UnspentOutputs unspent) {
        Ingchain ingchain = new Ingchain();
        ingchain.chain().replace(blocks, unspent);
        return ingchain;
    }

    private static UnspentOutputs unspentAfter(List<Block> blocks) throws InvalidBlock {
        return new ChainRules(TransactionRules.STRICT).check(blocks);
    }
}
