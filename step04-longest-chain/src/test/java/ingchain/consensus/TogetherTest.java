package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.AbstractList;
import java.util.ArrayList;
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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 Several threads change the chain")
class TogetherTest {
    /** How long to let another thread try what it can only do where the student's code does not hold the lock. */
    private static final int MILLIS_TO_TRY = 300;

    /** Long enough for whatever a thread does that nobody holds up, on however busy a machine. */
    private static final int MILLIS_TO_READ = 4_000;

    private static final int ROUNDS = 10;

    private final TestChain ours = new TestChain().grow(3, ALICE);
    private final TestChain theirs = new TestChain().grow(5, BOB);

    /** What we mine ourselves at the worst of moments: it makes our chain longer than theirs. */
    private final TestChain grown = ours.fork().grow(3, CAROL);

    @Test
    @Order(1)
    @DisplayName("while newTip is told, other threads can read the chain and go on appending: no lock is held")
    void newTipWithoutLock(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        AtomicReference<String> seen = new AtomicReference<>("nothing");
        AtomicBoolean inTime = new AtomicBoolean();
        List<Block> told = new CopyOnWriteArrayList<>();
        LongestChain longest = new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {
            told.add(tip);
            Thread other = new Thread(() -> {
                ingchain.chain().balance(ALICE.account());
                ingchain.pool().pending();
                seen.set("block " + ingchain.chain().tip().height());
            });
            other.start();
            join(other, MILLIS_TO_READ);
            inTime.set(!other.isAlive());
        });
        transcript.step("we append a block; while newTip is told of it, another thread reads the chain");
        assertThat(longest.append(ours.next(CAROL))).as("append").isTrue();
        assertThat(told.size())
                .as("how many tips newTip was told by the time append returns")
                .isEqualTo(1);
        expectFree(inTime, "append");
        assertThat(seen.get()).as("the tip that the other thread sees").isEqualTo("block 5");
        transcript.step("we replace the chain; while newTip is told of it, another thread reads the chain");
        assertThat(longest.replace(theirs.blocks())).as("replace").isTrue();
        assertThat(told.size())
                .as("how many tips newTip was told by the time replace returns")
                .isEqualTo(2);
        expectFree(inTime, "replace");
        assertThat(seen.get()).as("the tip that the other thread sees").isEqualTo("block 6");
    }

    private static void expectFree(AtomicBoolean inTime, String call) {
        if (!inTime.get()) {
            throw new CheckpointFailure("while newTip was told by " + call
                    + ", another thread could not read the chain:" + " the lock is still held");
        }
    }

    @Test
    @Order(2)
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
    @Order(3)
    @DisplayName("a chain that was longer before it was checked does not replace one that has outgrown it meanwhile")
    void outgrownDuringTheCheck(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        Growing growing = new Growing(ingchain, grown);
        List<Block> blocks = theirs.blocks();
        List<Block> slow = new AbstractList<>() {
            @Override
            public Block get(int index) {
                if (index == blocks.size() - 1) {
                    growing.go(); // whoever looks at the last block is about to be done with checking
                }
                return blocks.get(index);
            }

            @Override
            public int size() {
                return blocks.size();
            }
        };
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
            throw new CheckpointFailure("the longer chain of " + longer.height() + " blocks is lost: our tip is block "
                    + tip.height() + " (compare once more when nobody can change the chain any more)");
        }
        assertThat(replaced)
                .as("whether replace says that theirs has taken the place of ours")
                .isEqualTo(!outgrown);
    }

    @Test
    @Order(4)
    @DisplayName("a block in whose place another one was mined while it was checked is not appended")
    void minedWhileChecking(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        LongestChain longest = new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {});
        Block mined = ours.next(ALICE);
        FutureTask<Boolean> append = new FutureTask<>(() -> longest.append(ours.next(CAROL)));
        Thread appending = new Thread(append);
        synchronized (ingchain.chain()) {
            transcript.step("a miner holds the chain's lock, about to append its block 5");
            transcript.step("another thread calls append with a peer's block 5");
            appending.start();
            awaitBlocked(appending);
            ingchain.chain().append(mined);
            transcript.step("the miner has appended its block, and lets go of the lock");
        }
        boolean appended = answer(append);
        assertThat(appended).as("whether the peer's block was appended, too").isFalse();
        assertThat(ingchain.chain().tip()).as("our tip").isEqualTo(mined);
    }

    /** Waits until a thread cannot go on without the lock, as far as that can be seen. */
    private static void awaitBlocked(Thread thread) throws InterruptedException {
        for (int waited = 0; waited < MILLIS_TO_TRY && thread.getState() != Thread.State.BLOCKED; waited += 5) {
            Thread.sleep(5);
        }
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
    @Order(5)
    @DisplayName("of many threads that append the same block at the same time, one succeeds, and newTip is told once")
    void sameBlockTwice(Transcript transcript) throws Exception {
        int threads = 4;
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
        private final Thread thread;
        private volatile boolean grown;

        Growing(Ingchain ingchain, TestChain to) {
            List<Block> more = to.blocks().subList(ingchain.chain().height(), to.height());
            thread = new Thread(() -> {
                try {
                    synchronized (ingchain.chain()) {
                        for (Block block : more) {
                            ingchain.chain().append(block);
                        }
                    }
                    grown = true;
                } catch (Exception e) {
                    // Ours was replaced before: these blocks do not fit any more.
                }
            });
        }

        /** Lets it try. It waits as long as the caller holds the lock, so we do not wait for it for ever. */
        void go() {
            if (started.compareAndSet(false, true)) {
                thread.start();
                join(thread, MILLIS_TO_TRY);
            }
        }

        /** Whether the chain has grown. */
        boolean finish() {
            join(thread, MILLIS_TO_READ);
            return grown;
        }
    }
}
