package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rate of 10 a second, with 20 at once,")
class RateTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final Rate rate = new Rate(10, 20, nanos::get);

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    @DisplayName("lets a burst through, then makes wait as long as it takes to fill up again")
    void burst() {
        assertThat(rate.take(20)).isZero();
        assertThat(rate.take(5)).isEqualTo(500);
        pass(500);
        assertThat(rate.take(0)).isZero();
        pass(100);
        assertThat(rate.take(1)).isZero();
        assertThat(rate.take(1)).isEqualTo(100);
    }

    @Test
    @DisplayName("holds no more than a burst, however long nothing is taken, but for what was promised")
    void holdsABurst() {
        pass(1_000_000);
        assertThat(rate.take(21)).isEqualTo(100);
        pass(1_000_000);
        rate.credit(10);
        pass(1_000);
        assertThat(rate.take(30)).isZero();
    }
}
