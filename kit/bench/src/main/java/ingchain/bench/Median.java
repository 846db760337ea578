package ingchain.bench;

import java.util.List;

/** The middle one of several figures: one run that was disturbed does not move it. */
public final class Median {
    private Median() {}

    /**
     * @param figures at least one, in any order
     * @return the middle one, or the mean of the two in the middle
     */
    public static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
