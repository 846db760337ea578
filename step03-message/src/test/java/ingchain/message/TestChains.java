package ingchain.message;

import ingchain.Ingchain;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Chains that are the same at every run: keys and clock are fixed. */
final class TestChains {
    /** Two miners; what one of them mines differs from what the other does. */
    static final Account ALICE = DigitalSignature.accountOf("0".repeat(63) + "1");

    static final Account BOB = DigitalSignature.accountOf("0".repeat(63) + "2");

    private TestChains() {}

    /** A chain of this height. Of two chains mined by one miner, the shorter is the beginning of the longer. */
    static Ingchain ofHeight(int height, Account miner) {
        Wallet wallet = new Wallet(new DigitalSignature(new SecureRandom()));
        wallet.add(ALICE);
        wallet.add(BOB);
        Ingchain ingchain = new Ingchain(new Chain(), wallet, new Miner(new MinuteByMinute(), 1));
        for (int i = 1; i < height; i++) {
            ingchain.mine(miner.account());
        }
        return ingchain;
    }

    /** Goes on by a minute at each look: mining stays easy, because blocks seem to be rare. */
    private static final class MinuteByMinute extends Clock {
        private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);

        @Override
        public long millis() {
            return millis.getAndAdd(60_000);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
