package ingchain.checkpoint;

/**
 * Why a test did not hold.
 *
 * @param outcome how the test ended
 * @param id names the kind of mistake, such as "accept-loop-busy"; {@link Hints} tells for many of them what to try
 * @param sentence what was found, with the student's line where one is known
 */
record Cause(Outcome outcome, String id, String sentence) {}
