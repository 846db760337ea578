package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nobody waits for what no thread is left to do")
class BystandersTest {
    @Test
    @DisplayName("as long as a thread is there that came later, something may still happen")
    void cameLater() throws InterruptedException {
        Bystanders bystanders = Bystanders.now();
        CountDownLatch end = new CountDownLatch(1);
        Thread late = new Thread(() -> awaitQuietly(end));
        late.start();
        assertThat(bystanders.areAllBut(Thread.currentThread())).isFalse();
        assertThat(Bystanders.now().threads()).contains(Thread.currentThread(), late);
        end.countDown();
        late.join();
        assertThat(Bystanders.now().threads()).contains(Thread.currentThread()).doesNotContain(late);
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
