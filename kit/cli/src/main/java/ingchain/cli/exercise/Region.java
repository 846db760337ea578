package ingchain.cli.exercise;

import java.util.Optional;

/**
 * A marked region of a solution source, from {@code //> name title} to {@code //< name}.
 *
 * @param name the number of an exercise, or else the name of a snippet for the docs
 * @param title what stands behind the name; empty where there is nothing
 * @param first the line of the opening marker, from 1
 * @param last the line of the closing marker
 */
public record Region(String name, String title, int first, int last) {

    /** Empty for a snippet of the docs. */
    public Optional<ExerciseNumber> exercise() {
        return ExerciseNumber.parse(name);
    }

    /** Number and title as a starter tells them: "1.2 accept each peer on a thread of its own". */
    public String label() {
        return title.isEmpty() ? name : name + " " + title;
    }
}
