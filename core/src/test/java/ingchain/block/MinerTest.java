package ingchain.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ingchain.Samples;
import ingchain.TestClock;
import ingchain.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the miner")
class MinerTest {
    private static final long START = 1_700_000_000_000L;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final BooleanSupplier NEVER = () -> false;

    /** Nobody finds a block of this difficulty before the test ends. */
    private static final int HOPELESS = 200;

    private final TestClock clock = new TestClock(START, 0);

    @Test
    @DisplayName("makes a block that is valid on top of the chain")
    void valid() {
        List<Block> chain = chainOf(20, 6);
        List<Transaction> transactions = coinbase(21);

        Block block = new Miner(clock, 1).mine(chain, transactions, NEVER);

        assertValid(chain, block);
        assertThat(block.timestamp()).isEqualTo(START);
        assertThat(block.difficulty()).isEqualTo(6);
        assertThat(block.transactions()).isEqualTo(transactions);
    }

    @Test
    @DisplayName("never makes a block that is older than the one below it, even where the clock goes back")
    void clockGoesBack() {
        Miner miner = new Miner(clock, 1);
        List<Block> chain = new ArrayList<>(List.of(Genesis.BLOCK));
        long[] moves = {0, 5, -1_000, 1, 994, 10};
        List<Long> timestamps = new ArrayList<>();
        for (long move : moves) {
            clock.move(move);
            chain.add(miner.mine(chain, coinbase(chain.size() + 1), NEVER));
            timestamps.add(chain.get(chain.size() - 1).timestamp() - START);
        }
        assertThat(timestamps).containsExactly(0L, 5L, 5L, 5L, 5L, 10L);
    }

    @Test
    @DisplayName("follows the difficulty rule along 50 blocks: quick blocks become harder, by one every ten blocks")
    void quick() {
        assertThat(difficultiesWith(299)).containsExactly(2, 3, 4);
    }

    @Test
    @DisplayName("follows the difficulty rule along 50 blocks: slow blocks become easier, down to 0")
    void slow() {
        assertThat(difficultiesWith(1_201)).containsExactly(0, 0, 0);
    }

    @Test
    @DisplayName("follows the difficulty rule along 50 blocks: what took from 3 to 12 seconds stays as it is")
    void inTime() {
        assertThat(difficultiesWith(300)).containsExactly(1, 1, 1);
        assertThat(difficultiesWith(1_200)).containsExactly(1, 1, 1);
    }

    /** Mines up to block 49, and gives the difficulties of the blocks 20 to 29, 30 to 39 and 40 to 49. */
    private List<Integer> difficultiesWith(long millisPerBlock) {
        Miner miner = new Miner(clock, 1);
        List<Block> chain = new ArrayList<>(List.of(Genesis.BLOCK));
        while (chain.size() < 49) {
            clock.move(millisPerBlock);
            Block block = miner.mine(chain, coinbase(chain.size() + 1), NEVER);
            assertValid(chain, block);
            chain.add(block);
        }
        List<Integer> all = chain.stream().map(Block::difficulty).toList();
        assertThat(all.subList(0, 9)).containsOnly(0);
        assertThat(all.subList(9, 19)).containsOnly(1);
        List<Integer> tens = new ArrayList<>();
        for (int height = 20; height < 50; height += 10) {
            assertThat(all.subList(height - 1, height + 9)).containsOnly(all.get(height - 1));
            tens.add(all.get(height - 1));
        }
        return tens;
    }

    @Test
    @DisplayName("reads the clock again after each round, and the difficulty goes with the time that the block states")
    void rounds() {
        List<Block> chain = chainOf(29, 9);
        long measuredFrom = chain.get(19).timestamp();
        TestClock going = new TestClock(measuredFrom, 1_000);

        Block block = new Miner(going, 2, 16).mine(chain, coinbase(30), NEVER);

        assertValid(chain, block);
        long roundsBefore = (block.nonce() - 1) / (2 * 16);
        assertThat(roundsBefore).as("rounds before the last").isPositive();
        assertThat(block.timestamp()).isEqualTo(measuredFrom + roundsBefore * 1_000);
    }

    @Test
    @DisplayName("makes valid blocks with several threads, whichever of them is first")
    void severalThreads() {
        assertTimeoutPreemptively(DEADLINE, () -> {
            List<Block> chain = chainOf(20, 9);
            for (int i = 0; i < 30; i++) {
                clock.move(1);
                assertValid(chain, new Miner(clock, 1 + i % 4, 64).mine(chain, coinbase(21), NEVER));
            }
        });
    }

    @Test
    @DisplayName("gives up, with null, once somebody else was faster: also with several threads, also in a later round")
    void stale() {
        assertTimeoutPreemptively(DEADLINE, () -> {
            for (int threads = 1; threads <= 3; threads++) {
                AtomicInteger questions = new AtomicInteger();
                BooleanSupplier afterAWhile = () -> questions.incrementAndGet() > 50;
                assertThat(new Miner(clock, threads, 512).mine(chainOf(20, HOPELESS), coinbase(21), afterAWhile))
                        .isNull();
            }
        });
    }

    @Test
    @DisplayName("does not even start where it is stale from the beginning")
    void staleAtOnce() {
        assertThat(new Miner(clock, 1).mine(List.of(Genesis.BLOCK), coinbase(2), () -> true))
                .isNull();
    }

    @Test
    @DisplayName("ends on all threads and says why, where the question whether it is stale fails on any of them")
    void failure() {
        BooleanSupplier failsOnCaller = () -> failIf(!isHelper());
        BooleanSupplier failsOnHelper = () -> failIf(isHelper());
        for (BooleanSupplier stale : List.of(failsOnCaller, failsOnHelper)) {
            assertTimeoutPreemptively(
                    DEADLINE,
                    () -> assertThatThrownBy(() -> new Miner(clock, 3).mine(chainOf(20, HOPELESS), coinbase(21), stale))
                            .isInstanceOf(IllegalStateException.class)
                            .hasRootCauseMessage("no answer"));
        }
    }

    private static boolean failIf(boolean fails) {
        if (fails) {
            throw new IllegalArgumentException("no answer");
        }
        return false;
    }

    private static boolean isHelper() {
        return Thread.currentThread().getName().startsWith("miner-");
    }

    @Test
    @DisplayName("keeps an interrupt for whoever asked for the block")
    void interrupted() {
        Thread.currentThread().interrupt();
        Block block = new Miner(clock, 2).mine(chainOf(20, 4), coinbase(21), NEVER);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(block).isNotNull();
    }

    @Test
    @DisplayName("needs a thread")
    void noThread() {
        assertThatThrownBy(() -> new Miner(clock, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private static List<Transaction> coinbase(int height) {
        return List.of(Transaction.coinbase(Samples.ALICE.account(), height));
    }

    /** The miner takes the chain as it is, so its last blocks may state any difficulty. */
    private static List<Block> chainOf(int height, int difficulty) {
        List<Block> chain = new ArrayList<>(List.of(Genesis.BLOCK));
        for (int h = 2; h <= height; h++) {
            String below = chain.get(h - 2).hash();
            chain.add(new Block("1.0.0", h, START - 100 + h, below, "", 0, difficulty, List.of(), null, "hash" + h));
        }
        return chain;
    }

    private static void assertValid(List<Block> chain, Block block) {
        Block tip = chain.get(chain.size() - 1);
        assertThat(block.version()).isEqualTo("1.0.0");
        assertThat(block.height()).isEqualTo(tip.height() + 1);
        assertThat(block.previousHash()).isEqualTo(tip.hash());
        assertThat(block.timestamp()).isGreaterThanOrEqualTo(tip.timestamp());
        assertThat(block.difficulty()).isEqualTo(Difficulty.expected(chain, block.timestamp()));
        assertThat(block.merkleRoot()).isEqualTo(block.computeMerkleRoot());
        assertThat(block.text()).isNull();
        assertThat(block.hash()).isEqualTo(block.computeHash());
        assertThat(ProofOfWork.meets(block.hash(), block.difficulty())).isTrue();
    }
}
