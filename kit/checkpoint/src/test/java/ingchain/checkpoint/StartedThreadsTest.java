package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StartedThreadsTest {
    private final StartedThreads threads = StartedThreads.fromNowOn();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void endThem() {
        over.set(true);
        end.countDown();
    }

    @Test
    @DisplayName("a thread that goes on, however slowly, is found; one that has ended, or waits in a pool, is not")
    void gone() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        pool.submit(() -> {}).get();
        threads.expectGone(new Transcript());
        pool.shutdown();
        start(() -> {
            while (!over.get()) {
                pause();
            }
        });
        assertThatThrownBy(() -> threads.expectGone(new Transcript(null, 1_000, new Cleanup())))
                .isInstanceOf(CheckpointFailure.class)
                .hasMessageContaining("no thread goes on");
    }

    @Test
    @DisplayName("only threads that were started since, and have not ended, are alive")
    void alive() throws Exception {
        Thread waiting = start(this::waits);
        start(() -> {}).join();
        assertThat(threads.alive()).containsExactly(waiting);
        assertThat(StartedThreads.fromNowOn().alive()).isEmpty();
    }

    @Test
    @DisplayName(
            "what a thread does before it ends is done after waiting for it; one that stays is not waited for long")
    void awaitDone() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread working = start(() -> {
            pause();
            done.set(true);
        });
        threads.awaitDone();
        assertThat(done).isTrue();
        working.join();
        start(this::waits);
        assertThatCode(threads::awaitDone).doesNotThrowAnyException();
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "started");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void waits() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
