package ingchain.chain;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Samples;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.UnspentOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("the chain, used by many threads")
class ChainStressTest {
    private static final long SEED = 8_555;
    private static final int CHANGES = 10_000;
    private static final int READERS = 2;
    private static final int LONGEST = 60;

    private final Chain chain = new Chain();
    private final AtomicBoolean done = new AtomicBoolean();

    /** Two branches to grow along and to switch between, and what is unspent after each of their blocks. */
    private final List<List<Block>> branches = List.of(Samples.branch(ALICE, LONGEST), Samples.branch(BOB, LONGEST));

    private final List<List<UnspentOutputs>> unspent =
            branches.stream().map(ChainStressTest::unspentAlong).toList();

    private static List<UnspentOutputs> unspentAlong(List<Block> branch) {
        List<UnspentOutputs> after = new ArrayList<>();
        for (int size = 1; size <= branch.size(); size++) {
            after.add(Samples.unspentAfter(branch.subList(0, size)));
        }
        return after;
    }

    @Test
    @Timeout(60)
    @DisplayName("shows everybody a whole branch at every moment, and never a half of two (seed 8555)")
    void wholeBranches() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(this::read));
            }
            try {
                write();
            } finally {
                done.set(true);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void write() throws Exception {
        Random random = new Random(SEED);
        List<Block> branch = branches.get(0);
        for (int i = 0; i < CHANGES; i++) {
            if (chain.height() == branch.size() || random.nextInt(8) == 0) {
                int which = random.nextInt(2);
                int size = 1 + random.nextInt(LONGEST);
                branch = branches.get(which);
                UnspentOutputs after = unspent.get(which).get(size - 1);
                chain.replace(branch.subList(0, size), new UnspentOutputs(after));
            } else {
                chain.append(branch.get(chain.height()));
            }
        }
    }

    /** Looks as often as it can, so the checks are plain and cheap. */
    private void read() {
        Block genesis = Genesis.BLOCK;
        List<Block> longAgo = chain.blocks();
        List<Block> copyOfLongAgo = List.copyOf(longAgo);
        while (!done.get()) {
            require(isWhole(chain.blocks()), "a whole branch");
            require(chain.find(genesis.hash()) == genesis, "the genesis block is found at any moment");
            synchronized (chain) {
                Block tip = chain.tip();
                require(chain.find(tip.hash()) == tip, "the tip is found");
                long coins = chain.balance(ALICE.account()) + chain.balance(BOB.account());
                require(coins == 50L * (chain.height() - 1), "balances fit the blocks");
                require(chain.blocks().get(chain.height() - 1) == tip, "the tip is the last block");
            }
        }
        assertThat(longAgo).isEqualTo(copyOfLongAgo);
    }

    private boolean isWhole(List<Block> blocks) {
        Block tip = blocks.get(blocks.size() - 1);
        List<Block> branch = branches.get(0).get(blocks.size() - 1) == tip ? branches.get(0) : branches.get(1);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) != branch.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("broken: " + what);
        }
    }
}
