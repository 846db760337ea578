package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 Several threads change the chain")
class TogetherTest {
    /** Long enough for whatever a thread does that nobody holds up, on however busy a machine. */
    private static final int MILLIS_TO_READ = 4_000;

    private static final int ROUNDS = 10;

    private final TestChain ours = new TestChain().grow(3, ALICE);
    private final TestChain theirs = new TestChain().grow(5, BOB);

    /** What we mine ourselves at the worst of moments: it makes our chain longer than theirs. */
    private final TestChain grown = ours.fork().grow(3, CAROL);

    @Test
    @Order(1)
    @DisplayName("a chain that was longer when it was looked at does not replace one that has outgrown it meanwhile")
    void outgrownAfterTheFirstLook(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        Growing growing = new Growing(ingchain, grown);
        ForkChoice slow = (candidate, own) -> {
            boolean longer = candidate.size() > own.size();
            growing.go(); // the fork choice has seen our chain as it was; now that grows
            return longer;
        };
        transcript.step("theirs has 6 blocks, ours 4; right after the fork choice has compared them, ours grows to 7");
        boolean replaced = new LongestChain(ingchain, slow, tip -> {}).replace(theirs.blocks());
        expectLonger(growing, ingchain, replaced);
    }

    @Test
    @Order(2)
    @DisplayName("a chain that was longer before it was checked does not replace one that has outgrown it meanwhile")
    void outgrownDuringTheCheck(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        Growing growing = new Growing(ingchain, grown);
        List<Block> slow =
                new WatchedBlocks(theirs.blocks(), growing::go); // who sees the last is about to be done with checking
        transcript.step("theirs has 6 blocks, ours 4; while theirs is checked, ours grows to 7");
        boolean replaced = new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {}).replace(slow);
        expectLonger(growing, ingchain, replaced);
    }

    /**
     * Where ours could grow, the longer chain is ours; where the student's code held the lock all the time, it is
     * theirs.
     */
    private void expectLonger(Growing growing, Ingchain ingchain, boolean replaced) {
        boolean outgrown = growing.finish();
        TestChain longer = outgrown ? grown : theirs;
        Block tip = ingchain.chain().tip();
        if (!tip.equals(longer.tip())) {
            throw CheckpointFailure.because(
                    "does-not-compare-again",
                    "the longer chain of " + longer.height() + " blocks is lost: our tip is block " + tip.height());
        }
        assertThat(replaced)
                .as("whether replace says that theirs has taken the place of ours")
                .isEqualTo(!outgrown);
    }

    @Test
    @Order(3)
    @DisplayName("a block in whose place another one was mined while it was checked is not appended")
    void minedWhileChecking(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        LongestChain longest = new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {});
        Block mined = ours.next(ALICE);
        Block theirs5 = ours.next(CAROL);
        FutureTask<Boolean> append = new FutureTask<>(() -> longest.append(theirs5));
        Thread appending = new Thread(append);
        transcript.suspect("checks-and-appends-apart");
        synchronized (ingchain.chain()) {
            transcript.step("a miner holds the chain's lock, about to append its block 5");
            transcript.step("another thread calls append with a peer's block 5");
            appending.start();
            awaitWanted(ingchain.chain());
            ingchain.chain().append(mined);
            transcript.step("the miner has appended its block, and lets go of the lock");
        }
        boolean appended = answer(append);
        assertThat(appended).as("whether the peer's block was appended, too").isFalse();
        assertThat(ingchain.chain().tip()).as("our tip").isEqualTo(mined);
    }

    /** Waits until a thread cannot go on without a lock. */
    private static void awaitWanted(Object lock) throws InterruptedException {
        for (int waited = 0; waited < MILLIS_TO_READ && !isWanted(lock); waited += 5) {
            Thread.sleep(5);
        }
    }

    private static boolean isWanted(Object lock) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .anyMatch(thread -> thread != null
                        && thread.getThreadState() == Thread.State.BLOCKED
                        && thread.getLockInfo() != null
                        && thread.getLockInfo().getIdentityHashCode() == System.identityHashCode(lock));
    }

    /** What a call on another thread answers, or throws. */
    private static boolean answer(Future<Boolean> call) throws Exception {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Test
    @Order(4)
    @DisplayName("of many threads that append the same block at the same time, one succeeds, and newTip is told once")
    void sameBlockTwice(Transcript transcript) throws Exception {
        int threads = 4;
        transcript.suspect("checks-and-appends-apart");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            TestChain chain = ours.fork();
            Ingchain ingchain = ours.ingchain();
            List<Block> told = new CopyOnWriteArrayList<>();
            LongestChain longest = new LongestChain(ingchain, ForkChoice.LONGEST, told::add);
            for (int round = 1; round <= ROUNDS; round++) {
                Block next = chain.mine(CAROL).tip();
                int succeeded = atTheSameTime(pool, threads, () -> longest.append(next));
                transcript.step(threads + " threads append block " + next.height() + ": " + succeeded + " succeed");
                assertThat(succeeded)
                        .as("how many threads have appended one and the same block")
                        .isEqualTo(1);
            }
            transcript.happens(() -> told.size() == ROUNDS);
            assertThat(told.size()).as("how many tips newTip was told").isEqualTo(ROUNDS);
            assertThat(ingchain.chain().tip()).as("our tip").isEqualTo(chain.tip());
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many of them answer true. */
    private static int atTheSameTime(ExecutorService pool, int threads, Callable<Boolean> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        start.countDown();
        int succeeded = 0;
        for (Future<Boolean> answer : answers) {
            succeeded += answer(answer) ? 1 : 0;
        }
        return succeeded;
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another thread that lets our chain grow, once, as far as the lock lets it. */
    private static final class Growing {
        private final AtomicBoolean started = new AtomicBoolean();
        private final Chain chain;
        private final Thread thread;
        private volatile boolean grown;

        Growing(Ingchain ingchain, TestChain to) {
            chain = ingchain.chain();
            List<Block> more = to.blocks().subList(chain.height(), to.height());
            thread = new Thread(() -> {
                try {
                    synchronized (chain) {
                        for (Block block : more) {
                            chain.append(block);
                        }
                    }
                    grown = true;
                } catch (Exception e) {
                    // Ours was replaced before: these blocks do not fit any more.
                }
            });
        }

        /** Lets it try. Where the caller holds the lock, it has to wait for that, and is not waited for. */
        void go() {
            if (started.compareAndSet(false, true)) {
                thread.start();
                if (!Thread.holdsLock(chain)) {
                    join(thread, MILLIS_TO_READ);
                }
            }
        }

        /** Whether the chain has grown. */
        boolean finish() {
            join(thread, MILLIS_TO_READ);
            return grown;
        }
    }
}
