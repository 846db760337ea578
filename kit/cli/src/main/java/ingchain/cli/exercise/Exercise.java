package ingchain.cli.exercise;

import ingchain.cli.kit.Step;
import java.nio.file.Path;

/**
 * One exercise.
 *
 * @param number such as 1.2
 * @param title what it asks for: "accept each peer on a thread of its own"
 * @param step the step it belongs to
 * @param path the file to write it in, below the step's sources
 */
public record Exercise(ExerciseNumber number, String title, Step step, Path path) implements Comparable<Exercise> {
    private static final ExerciseNumber MOST_WORK = new ExerciseNumber(4, 6);

    /** Whether it may be left out: a step is done without it. */
    public boolean isBonus() {
        return number.equals(MOST_WORK);
    }

    /** Number and title. */
    public String label() {
        return number + " " + title;
    }

    @Override
    public int compareTo(Exercise other) {
        return number.compareTo(other.number);
    }
}
