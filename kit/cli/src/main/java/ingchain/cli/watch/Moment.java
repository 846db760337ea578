package ingchain.cli.watch;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.exercise.Exercise;
import java.util.List;

/** What the loop knows at one moment about the exercise in hand, for the page that shows it. */
final class Moment {
    /** The exercise in hand; null when all are done. */
    Exercise exercise;
    /** How far the student has come. */
    List<Entry> entries = List.of();
    /** What the last check of the exercise in hand found; null where there was none since it was taken in hand. */
    ExerciseResult result;
    /** What was done before that, in a line; null for nothing. */
    String news;
    /** Whether a check of it is on its way. */
    boolean checking;
    /** Where the hints that were given are shown. */
    Hints hints = Hints.NONE;

    /** A hint comes first when it was just asked for, and last when a check has come after it. */
    enum Hints {
        NONE,
        FIRST,
        LAST
    }
}
