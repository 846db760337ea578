package ingchain.cli.check;

/** How the checkpoints of an exercise ended, from the most to the least that a student must know first. */
public enum Outcome {
    /** The student's step, or a checkpoint against it, does not compile. */
    DOES_NOT_COMPILE,
    /** The checkpoint itself is broken. */
    KIT_FAULT,
    /** The starter's code is still there, in this exercise or in one that it builds on. */
    NOT_DONE,
    /** The code did something else than was asked for. */
    WRONG,
    /** The code threw an exception, or ended the program. */
    THREW,
    /** The code did not come to an end in time. */
    TIMED_OUT,
    /** Nothing was checked, for a reason that the checkpoint gives. */
    SKIPPED,
    /** All that was asked for holds. */
    DONE;

    /** Whether the student's code ran and did not do what was asked for. */
    boolean isFailure() {
        return this == WRONG || this == THREW || this == TIMED_OUT;
    }

    /** Key of the word for it in the texts. */
    public String key() {
        return "outcome." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
