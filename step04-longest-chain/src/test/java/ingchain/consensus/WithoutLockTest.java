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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.4")
@DisplayName("4.4 Nobody has to wait for the lock")
class WithoutLockTest {
    /** Long enough for whatever a thread does that nobody holds up, on however busy a machine. */
    private static final int MILLIS_TO_READ = 4_000;

    private final TestChain ours = new TestChain().grow(3, ALICE);
    private final TestChain theirs = new TestChain().grow(5, BOB);

    @Test
    @Order(1)
    @DisplayName("while newTip is told, other threads can read the chain and offer blocks: no lock is held")
    void newTipWithoutLock(Transcript transcript) throws Exception {
        Ingchain ingchain = ours.ingchain();
        List<Told> told = new CopyOnWriteArrayList<>();
        AtomicReference<LongestChain> longest = new AtomicReference<>();
        longest.set(new LongestChain(ingchain, ForkChoice.LONGEST, tip -> told.add(whileTelling(ingchain, longest))));
        transcript.step("we append a block; while newTip is told of it, another thread uses the chain");
        assertThat(longest.get().append(ours.next(CAROL))).as("append").isTrue();
        expectFree(transcript, told, 1, "append", "block 5");
        transcript.step("we replace the chain; while newTip is told of it, another thread uses the chain");
        assertThat(longest.get().replace(theirs.blocks())).as("replace").isTrue();
        expectFree(transcript, told, 2, "replace", "block 6");
    }

    /**
     * What another thread could do while newTip was told.
     *
     * @param inTime whether it could do all that it wanted
     * @param seen the tip that it has seen
     */
    private record Told(boolean inTime, String seen) {}

    private Told whileTelling(Ingchain ingchain, AtomicReference<LongestChain> longest) {
        AtomicReference<String> seen = new AtomicReference<>("nothing");
        Thread other = new Thread(() -> {
            ingchain.chain().balance(ALICE.account());
            ingchain.pool().pending();
            longest.get().append(ours.block(2)); // an old block: it changes nothing
            seen.set("block " + ingchain.chain().tip().height());
        });
        other.start();
        try {
            other.join(MILLIS_TO_READ);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Told(!other.isAlive(), seen.get());
    }

    private static void expectFree(Transcript transcript, List<Told> told, int times, String call, String tip)
            throws Exception {
        if (!transcript.happens(() -> told.size() == times)) {
            throw CheckpointFailure.because(
                    "does-not-tell-new-tip",
                    "after " + call + ", newTip was to have been told " + times + " times, not " + told.size());
        }
        Told last = told.get(times - 1);
        if (!last.inTime) {
            throw CheckpointFailure.because(
                    "tells-new-tip-under-the-lock",
                    "while newTip was told by " + call + ", another thread could not read the chain and offer a block:"
                            + " a lock is still held");
        }
        assertThat(last.seen).as("the tip that the other thread sees").isEqualTo(tip);
    }

    @Test
    @Order(2)
    @DisplayName("while a peer's chain is checked, which takes long, others can use ours: no lock is held")
    void checkWithoutLock(Transcript transcript) {
        Ingchain ingchain = ours.ingchain();
        AtomicReference<Boolean> locked = new AtomicReference<>();
        // The last block is looked at for the first time when the chain is checked, if not before.
        List<Block> watched =
                new WatchedBlocks(theirs.blocks(), () -> locked.compareAndSet(null, isLockedByUs(ingchain)));
        transcript.step("we offer a longer chain, and see whether the chain's lock is held while it is checked");
        assertThat(new LongestChain(ingchain, ForkChoice.LONGEST, tip -> {}).replace(watched))
                .as("replace")
                .isTrue();
        if (Boolean.TRUE.equals(locked.get())) {
            throw CheckpointFailure.because(
                    "checks-under-the-lock", "the peer's chain was checked by a thread that holds the lock of ours");
        }
    }

    private static boolean isLockedByUs(Ingchain ingchain) {
        return Thread.holdsLock(ingchain.chain());
    }
}
