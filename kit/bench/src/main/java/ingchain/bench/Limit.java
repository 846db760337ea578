package ingchain.bench;

import java.util.Locale;

/**
 * What a figure is held to.
 *
 * @param atMost whether the figure may not be above {@code bound}; otherwise it may not be below
 * @param bound in the figure's own unit
 */
public record Limit(boolean atMost, double bound) {
    /** No more than this. */
    public static Limit atMost(double bound) {
        return new Limit(true, bound);
    }

    /** No less than this. */
    public static Limit atLeast(double bound) {
        return new Limit(false, bound);
    }

    /** Whether a figure keeps to it. What is not a number does not. */
    public boolean holds(double figure) {
        return atMost ? figure <= bound : figure >= bound;
    }

    @Override
    public String toString() {
        String number = String.format(Locale.ROOT, bound == Math.rint(bound) ? "%.0f" : "%.1f", bound);
        return (atMost ? "at most " : "at least ") + number;
    }
}
