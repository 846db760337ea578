package ingchain.cli.exercise;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an exercise, such as 1.2.
 *
 * @param step the step it belongs to, from 1
 * @param index its place within the step, from 1
 */
public record ExerciseNumber(int step, int index) implements Comparable<ExerciseNumber> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d?)\\.([1-9]\\d?)");
    private static final Comparator<ExerciseNumber> ORDER =
            Comparator.comparingInt(ExerciseNumber::step).thenComparingInt(ExerciseNumber::index);

    /** Empty where the text is not of the form 1.2. */
    public static Optional<ExerciseNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new ExerciseNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ExerciseNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return step + "." + index;
    }
}
