package ingchain.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * JMH benchmarks that are compared with one another. They run by turns, each time in a fresh JVM: one of each, then again
 * one of each. So a minute in which the machine is slow is a minute for all of them, and a ratio is taken within a turn.
 */
public final class Turns {
    private final List<Map<String, Double>> turns = new ArrayList<>();

    /**
     * Runs all benchmark methods of a class.
     *
     * @param count how many turns
     */
    public Turns(Class<?> benchmarks, int count) throws RunnerException {
        for (int i = 0; i < count; i++) {
            Map<String, Double> scores = new LinkedHashMap<>();
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include("^" + Pattern.quote(benchmarks.getName() + "."))
                            .forks(1)
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run()) {
                scores.put(
                        label(result), result.getPrimaryResult().getStatistics().getPercentile(50));
            }
            turns.add(scores);
        }
    }

    /** The method's name, and after it the values of its parameters. */
    private static String label(RunResult result) {
        StringBuilder label = new StringBuilder(result.getPrimaryResult().getLabel());
        for (String key : result.getParams().getParamsKeys()) {
            label.append(' ').append(result.getParams().getParam(key));
        }
        return label.toString();
    }

    /** The median of a benchmark's scores, in the benchmark's own unit. */
    public double score(String label) {
        return Median.of(turns.stream().map(turn -> turn.get(label)).toList());
    }

    /** The median, over all turns, of how many times the second's score the first's is. */
    public double ratio(String label, String ofLabel) {
        return Median.of(
                turns.stream().map(turn -> turn.get(label) / turn.get(ofLabel)).toList());
    }
}
