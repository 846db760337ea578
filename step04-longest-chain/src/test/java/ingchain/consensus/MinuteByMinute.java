package ingchain.consensus;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a minute at each look, so that mining stays easy. */
final class MinuteByMinute extends Clock {
    private final AtomicLong millis;

    MinuteByMinute(long start) {
        millis = new AtomicLong(start);
    }

    @Override
    public long millis() {
        return millis.addAndGet(TestChain.MINUTE);
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
