package ingchain.cli.bank;

import ingchain.cli.check.Checker;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Trial;
import ingchain.cli.exercise.Course;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Holds the entries of the bank against the checkpoints. */
public final class Matrix {
    private final Home home;
    private final Course course;
    private final Checker checker;

    /** Of the checkpoints in this kit, which must be built. */
    public Matrix(Home home, Course course) {
        this.home = home;
        this.course = course;
        this.checker = new Checker(home);
    }

    /**
     * Checks all the entries, several at a time, each in a JVM of its own.
     *
     * @param entries as they are in the bank
     * @param told is told each row in the order of the entries, as soon as it is known
     * @return the rows
     */
    public List<Row> run(List<BankEntry> entries, Consumer<Row> told) throws IOException, InterruptedException {
        for (Step step : home.steps()) {
            checker.prepare(step);
        }
        // A wrong solution keeps its checkpoint waiting more than working, so there is room for four on each core.
        ExecutorService workers =
                Executors.newFixedThreadPool(4 * Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Row>> futures = entries.stream()
                    .map(entry -> workers.submit(() -> row(entry)))
                    .toList();
            List<Row> rows = new ArrayList<>();
            for (Future<Row> future : futures) {
                Row row = future.get();
                told.accept(row);
                rows.add(row);
            }
            return rows;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Row row(BankEntry entry) throws IOException, InterruptedException {
        Step own = home.step(entry.step()).orElseThrow();
        try (Trial trial = new Trial(home, own, entry.sources(course))) {
            List<CompileError> errors = trial.compile();
            if (!errors.isEmpty()) {
                return new Row(entry, List.of(), trial.text(errors));
            }
            List<ExerciseResult> results = new ArrayList<>();
            for (Step step : home.steps()) {
                // What is right for a step must be right for the later ones that stand on it.
                if (step.equals(own) || entry.isRight() && step.number() > own.number()) {
                    List<StepCode> steps = trial.steps(step.number());
                    results.addAll(checker.check(course.exercises(step), steps));
                }
            }
            return new Row(entry, results, "");
        }
    }

    /**
     * What came of one entry.
     *
     * @param results of its step's exercises, and for a right one of all later exercises; empty where it does not compile
     * @param errors javac's words where it does not compile; otherwise empty
     */
    public record Row(BankEntry entry, List<ExerciseResult> results, String errors) {
        /** Whether every exercise came out as the entry says. */
        public boolean isAsExpected() {
            return errors.isEmpty() && unexpected().isEmpty();
        }

        List<ExerciseResult> unexpected() {
            return results.stream().filter(result -> !entry.asExpected(result)).toList();
        }
    }
}
