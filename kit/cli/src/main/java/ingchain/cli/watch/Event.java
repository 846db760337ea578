package ingchain.cli.watch;

import ingchain.cli.check.ExerciseResult;

/** What the loop waits for. Events come from several threads, and are handled one after the other on one. */
sealed interface Event {
    /**
     * The user pressed a key.
     *
     * @param name a letter or digit as typed, or "up", "down", "page-up", "page-down", "enter",
     *     "escape", "redraw"
     */
    record Key(String name) implements Event {}

    /** The user typed a line, where single keys cannot be had. */
    record Line(String text) implements Event {}

    /** What the student's sources hold has changed. */
    record Saved() implements Event {}

    /** A check has come to its end. */
    record Checked(ExerciseResult result) implements Event {}

    /** Exercises that were done have been checked again. */
    record Rechecked() implements Event {}

    /** The window has another size, or has to be drawn again. */
    record Resized() implements Event {}

    /** Nobody is there any more. */
    record Gone() implements Event {}

    /** Something of the kit went wrong on another thread. */
    record Failed(Exception exception) implements Event {}
}
