package ingchain.cli.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Shares the test classes of an exercise out between two workers, by the time that each has taken last. */
final class Shares {
    /** What a second worker must save for the memory of one more JVM to be well spent. */
    private static final int WORTH_MILLIS = 150;

    private final boolean several;
    private final Map<String, Long> millis = new ConcurrentHashMap<>();

    /**
     * @param processors of this computer: on one alone, two workers are no faster
     */
    Shares(int processors) {
        this.several = processors > 1;
    }

    /** Takes note of how long the classes took; where one has failed, the others were not run to their end. */
    void note(List<TestResult> results) {
        if (results.stream().anyMatch(result -> result.outcome().isFailure())) {
            return;
        }
        millis.putAll(results.stream()
                .collect(Collectors.groupingBy(TestResult::testClass, Collectors.summingLong(TestResult::millis))));
    }

    /** One or two lists that hold all of these classes, each in the order given here. */
    List<List<String>> of(List<String> classes) {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        classes.stream()
                .sorted(Comparator.comparing(this::last).reversed())
                .forEach(name -> (millis(one) <= millis(other) ? one : other).add(name));
        if (!several || Math.min(millis(one), millis(other)) < WORTH_MILLIS) {
            return List.of(classes);
        }
        return List.of(
                classes.stream().filter(one::contains).toList(),
                classes.stream().filter(other::contains).toList());
    }

    private long millis(List<String> classes) {
        return classes.stream().mapToLong(this::last).sum();
    }

    private long last(String testClass) {
        return millis.getOrDefault(testClass, 0L);
    }
}
