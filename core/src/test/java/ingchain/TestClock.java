package ingchain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets, and that may go on by itself with every look at it. */
public class TestClock extends Clock {
    private final AtomicLong millis;
    private final long stepMillis;

    /**
     * @param millis what it shows first
     * @param stepMillis by how much it goes on after each look at it; 0 for a clock that stands
     */
    public TestClock(long millis, long stepMillis) {
        this.millis = new AtomicLong(millis);
        this.stepMillis = stepMillis;
    }

    /** Sets the clock forward, or back where {@code by} is negative. */
    public void move(long by) {
        millis.addAndGet(by);
    }

    @Override
    public long millis() {
        return millis.getAndAdd(stepMillis);
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
