package ingchain.checkpoint;

/** How a checkpoint ended; each asks something else of the student. */
public enum Outcome {
    /** What was to hold holds. */
    DONE,
    /** The exercise, or one that it builds on, still has its starter's code. */
    NOT_DONE,
    /** The code did something else than was asked for. */
    WRONG,
    /** The code threw an exception that nobody asked for. */
    THREW,
    /** The code did not come to an end in time. */
    TIMED_OUT,
    /** The checkpoint was not run, for a reason that it gives. */
    SKIPPED,
    /** The checkpoint itself is broken; the student did nothing wrong. */
    KIT_FAULT
}
