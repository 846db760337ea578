package ingchain.cli.check;

import ingchain.cli.check.CheckpointReport.RoundEnd;
import ingchain.cli.check.Worker.End;
import ingchain.cli.check.Worker.Run;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sees to it that every checkpoint gets its result, though a student's code ends the process that runs them. */
final class CheckpointRuns {
    /** Longer than any test may take by itself: only what kit/checkpoint cannot end is ended by this. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("ingchain.patience", 60));

    private static final Predicate<List<TestResult>> TO_THE_END = soFar -> false;

    private final Workers workers;
    private final List<Path> folders;

    /**
     * @param folders where the classes of the checkpoints and of the steps are, the first before the others
     */
    CheckpointRuns(Workers workers, List<Path> folders) {
        this.workers = workers;
        this.folders = folders;
    }

    /**
     * Runs the test classes, side by side where workers stand ready for shares of them. Each that has tests has results in
     * the end, in the order of the classes; where an exercise has failed, those after the failure may have none.
     */
    List<TestResult> run(List<String> testClasses) throws IOException, InterruptedException {
        List<List<String>> shares = workers.shares(testClasses);
        return shares.size() > 1 ? new SideBySide(testClasses).run(shares, this::run) : run(testClasses, TO_THE_END);
    }

    private List<TestResult> run(List<String> testClasses, Predicate<List<TestResult>> enough)
            throws IOException, InterruptedException {
        List<TestResult> results = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(testClasses);
        while (!left.isEmpty()) {
            Run run = workers.run(folders, List.copyOf(left), 1, PATIENCE, enough);
            switch (run.end()) {
                case OWN -> {
                    results.addAll(run.results());
                    left.clear();
                }
                case TOLD -> {
                    results.addAll(run.results());
                    left.removeAll(classesIn(run.results()));
                }
                case SILENT, STUCK -> results.addAll(findCulprit(run, left));
            }
        }
        return results;
    }

    /** Keeps what is sure. The last class seen may have been at its end or not, so it runs again, alone. */
    private List<TestResult> findCulprit(Run run, Set<String> left) throws IOException, InterruptedException {
        String suspect = lastClass(run, left);
        List<TestResult> results = new ArrayList<>(run.results());
        if (left.size() == 1) {
            results.add(cutShort(run, suspect));
        } else {
            results.removeIf(result -> result.testClass().equals(suspect));
            left.removeAll(classesIn(results));
            results.addAll(run(List.of(suspect), TO_THE_END));
        }
        left.remove(suspect);
        return results;
    }

    private static String lastClass(Run run, Set<String> left) {
        List<TestResult> results = run.results();
        return results.isEmpty()
                ? left.iterator().next()
                : results.get(results.size() - 1).testClass();
    }

    private static Set<String> classesIn(List<TestResult> results) {
        Set<String> classes = new LinkedHashSet<>();
        results.forEach(result -> classes.add(result.testClass()));
        return classes;
    }

    /**
     * Runs the test classes again and again in one process.
     *
     * @param times how often
     */
    List<Round> rounds(List<String> testClasses, int times) throws IOException, InterruptedException {
        Run run = workers.run(folders, testClasses, times, PATIENCE, TO_THE_END);
        List<Round> rounds = new ArrayList<>();
        int start = 0;
        for (RoundEnd round : run.rounds()) {
            rounds.add(new Round(run.results().subList(start, round.tests()), round.millis()));
            start = round.tests();
        }
        if (run.end() != End.OWN) {
            List<TestResult> last =
                    new ArrayList<>(run.results().subList(start, run.results().size()));
            if (run.end() != End.TOLD) {
                last.add(cutShort(run, lastClass(run, new LinkedHashSet<>(testClasses))));
            }
            rounds.add(new Round(last, 0));
        }
        return rounds;
    }

    private static TestResult cutShort(Run run, String testClass) {
        String key = run.end() == End.STUCK ? "check.stuck." : "check.ended.";
        return new TestResult(
                testClass,
                Texts.of(key + "name"),
                run.end() == End.STUCK ? Outcome.TIMED_OUT : Outcome.THREW,
                Texts.of(key + "sentence"),
                run.end() == End.STUCK ? "stuck-program" : "ended-program",
                Texts.of(key + "cause"),
                Texts.of(key + "next"),
                List.of(),
                run.lastPrints(),
                0);
    }
}
