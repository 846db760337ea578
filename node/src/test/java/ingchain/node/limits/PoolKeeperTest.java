package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.wallet.Account;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What waits in the pool")
class PoolKeeperTest {
    private final Ingchain ingchain = new Ingchain();
    private Instant now = Instant.ofEpochSecond(1_000_000);
    private final PoolKeeper keeper = new PoolKeeper(ingchain.pool(), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    @DisplayName("takes no more outputs than one transfer may")
    void size() {
        assertThat(keeper.hasRoomFor(PoolKeeper.MAX_INPUTS)).isTrue();
        assertThat(keeper.hasRoomFor(PoolKeeper.MAX_INPUTS + 1)).isFalse();
    }

    @Test
    @DisplayName("leaves it after a day in which no block took it, and its coins can be spent again")
    void age() throws Exception {
        Account payer = ingchain.wallet().create();
        ingchain.mine(payer.account());
        ingchain.send(ingchain.wallet().sign(payer.account(), "e".repeat(40), 20));
        keeper.tidy();
        now = now.plusMillis(PoolKeeper.MAX_AGE_MILLIS);
        keeper.tidy();
        assertThat(ingchain.pool().size()).isEqualTo(1);
        now = now.plusMillis(1);
        keeper.tidy();
        assertThat(ingchain.pool().size()).isZero();
        ingchain.send(ingchain.wallet().sign(payer.account(), "e".repeat(40), 30));
    }
}
