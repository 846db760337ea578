package ingchain.checkpoint;

import java.util.List;

/**
 * How long a test takes before it is called stuck, and how long one of its expectations waits. The first failure of an
 * exercise takes its time, because the machine may be busy; who has seen it should not wait as long for the same again.
 *
 * @param limitSeconds for the whole test
 * @param patienceMillis for one expectation
 */
record Pace(int limitSeconds, int patienceMillis) {
    private static final int LIMIT_SECONDS_WHEN_STUCK_BEFORE = 3;
    private static final int PATIENCE_MILLIS_WHEN_FAILED_BEFORE = 1_000;

    /**
     * @param before the outcomes of the exercise's tests that have failed before this one
     */
    static Pace of(Exercise exercise, List<Outcome> before) {
        int limit = before.contains(Outcome.TIMED_OUT) ? LIMIT_SECONDS_WHEN_STUCK_BEFORE : exercise.seconds();
        int patience = before.isEmpty() ? exercise.seconds() * 500 : PATIENCE_MILLIS_WHEN_FAILED_BEFORE;
        return new Pace(Math.min(limit, exercise.seconds()), patience);
    }
}
