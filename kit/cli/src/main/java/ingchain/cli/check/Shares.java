package ingchain.cli.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares the test classes of an exercise out between two workers, by the time that each has taken so far. */
final class Shares {
    /** What a second worker must save for the memory of one more JVM to be well spent. */
    private static final int WORTH_MILLIS = 150;

    private final boolean several;
    private final Map<String, Long> atFirst = new ConcurrentHashMap<>();
    private final Map<String, Long> rehearsed = new ConcurrentHashMap<>();

    /**
     * @param processors of this computer: on one alone, two workers are no faster
     */
    Shares(int processors) {
        this.several = processors > 1;
    }

    /**
     * Takes note of how long the classes took; where one has failed, the others were not run to their end.
     *
     * @param rehearsed whether the workers had rehearsed them: otherwise the first class waits for the JVM, and the times
     *     serve for want of better ones
     */
    void note(List<TestResult> results, boolean rehearsed) {
        if (results.stream().anyMatch(result -> result.outcome().isFailure())) {
            return;
        }
        Map<String, Long> millis = rehearsed ? this.rehearsed : atFirst;
        results.stream()
                .collect(Collectors.groupingBy(TestResult::testClass, Collectors.summingLong(TestResult::millis)))
                // By the last time alone, shares would change with every run: the first of a share takes longer.
                .forEach((name, now) -> millis.merge(name, now, (before, last) -> (before + last) / 2));
    }

    /** One or two lists that hold all of these classes, each in the order given here. */
    List<List<String>> of(List<String> classes) {
        // All ways to share out a handful of classes are soon looked through. The first class is in the first share.
        List<String> one = IntStream.iterate(1, bits -> bits < 1 << classes.size(), bits -> bits + 2)
                .mapToObj(bits -> some(classes, bits))
                .min(Comparator.comparing(share -> Math.max(millis(share), millis(classes) - millis(share))))
                .orElse(classes);
        List<String> other =
                classes.stream().filter(name -> !one.contains(name)).toList();
        boolean worthIt = several && Math.min(millis(one), millis(other)) >= WORTH_MILLIS;
        return worthIt ? List.of(one, other) : List.of(classes);
    }

    private static List<String> some(List<String> classes, int bits) {
        return IntStream.range(0, classes.size())
                .filter(place -> (bits & 1 << place) != 0)
                .mapToObj(classes::get)
                .toList();
    }

    private long millis(List<String> classes) {
        return classes.stream().mapToLong(this::usual).sum();
    }

    private long usual(String testClass) {
        return rehearsed.getOrDefault(testClass, atFirst.getOrDefault(testClass, 0L));
    }
}
