package ingchain.exercise;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Stands where a student's code is to come. A starter throws it where the program cannot go on without the exercise,
 * and calls {@link #skip} where it can.
 *
 * <p>Every exercise that is met this way is remembered for the life of the process, so that a checkpoint can say "1.2
 * is not done yet" even when the exception was caught on the way or ended a thread that nobody watches.
 */
public final class ExerciseNotDone extends RuntimeException {
    private static final Set<String> MET = new ConcurrentSkipListSet<>();

    /**
     * @param exercise its number and what it asks for, such as "1.2 accept each peer on a thread of its own"
     */
    public ExerciseNotDone(String exercise) {
        super("exercise " + exercise + " is not done yet");
        MET.add(number(exercise));
    }

    /**
     * Notes that an exercise was met and is not done, and goes on without it.
     *
     * @param exercise as in the constructor
     */
    public static void skip(String exercise) {
        MET.add(number(exercise));
    }

    /** The numbers ("1.2") of the exercises met so far in this process; a copy, in no order. */
    public static Set<String> met() {
        return Set.copyOf(MET);
    }

    /** Forgets what was met, so that the next checkpoint starts clean. */
    public static void forget() {
        MET.clear();
    }

    private static String number(String exercise) {
        return exercise.split(" ", 2)[0];
    }
}
