package ingchain.node.limits;

import java.util.function.LongSupplier;

/**
 * How much of something a peer may have in a second: a token bucket. It is full at first and fills up again steadily, so
 * a burst is fine and a flood is not. Thread-safe.
 */
public final class Rate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long last;

    /**
     * @param perSecond how fast it fills up
     * @param burst how much it holds
     * @param nanoTime as {@link System#nanoTime}
     */
    public Rate(double perSecond, double burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.last = nanoTime.getAsLong();
    }

    /**
     * Takes something out, whether it is there or not.
     *
     * @return how long to wait before taking more, in milliseconds; 0 where it was there
     */
    public synchronized long take(double amount) {
        fill();
        tokens -= amount;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perSecond * 1_000);
    }

    /** Adds something that was promised to the peer. */
    synchronized void credit(double amount) {
        fill();
        tokens += amount;
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(Math.max(burst, tokens), tokens + perSecond * (now - last) / NANOS_PER_SECOND);
        last = now;
    }
}
