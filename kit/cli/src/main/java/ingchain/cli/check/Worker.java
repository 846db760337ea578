package ingchain.cli.check;

import com.google.gson.Gson;
import ingchain.cli.check.CheckpointReport.RoundEnd;
import ingchain.cli.kit.Archive;
import ingchain.cli.kit.ClassFolders;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A JVM that runs checkpoints on a student's code once and is thrown away after, so that nothing such code does can harm
 * the command or the next run: it may end the program, loop for ever or fill the memory, and each of these is an
 * outcome. It can be started, and warmed by rehearsals, before it is needed.
 */
final class Worker implements AutoCloseable {
    private static final String RUN = "ingchain.checkpoint.CheckpointRun";
    private static final long LEAST_PAUSE_NANOS = 2_000_000;
    private static final long MOST_PAUSE_NANOS = 20_000_000;
    private static final int GRACE_SECONDS = 2;
    private static final Gson GSON = new Gson();

    private final Path folder;
    private final Process process;
    private final Thread whenWeEnd;
    private final PrintedLines printed;
    private final Thread reader;

    /** How the process ended. */
    enum End {
        /** After its last test, or after all that was wanted. */
        OWN,
        /** Within a test, and its last result says so. */
        TOLD,
        /** Without a word, as {@code Runtime.halt} does it. */
        SILENT,
        /** It was ended here because no test came to an end any more. */
        STUCK
    }

    /**
     * What came of it.
     *
     * @param results in the order in which the tests ended
     * @param end how the process ended
     * @param lastPrints what was printed after the last result
     * @param rounds those that have ended
     */
    record Run(List<TestResult> results, End end, List<String> lastPrints, List<RoundEnd> rounds) {}

    /** As {@code ingchain.checkpoint.Order} reads it. */
    private record Order(String report, List<String> folders, List<String> classes, int rounds, boolean rehearsal) {}

    /**
     * Starts the JVM; it waits for orders.
     *
     * @param prefix a command that starts it, such as taskset and what it needs; mostly empty
     * @param options more options for the JVM; mostly none
     */
    Worker(Home home, List<String> prefix, List<String> options) throws IOException {
        folder = Files.createTempDirectory("ingchain-run");
        process = start(home, prefix, options, Files.createDirectory(folder.resolve("work")));
        whenWeEnd = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        printed = new PrintedLines(process.getInputStream());
        reader = new Thread(printed, "what the checkpoints print");
        reader.setDaemon(true);
        reader.start();
    }

    private static Process start(Home home, List<String> prefix, List<String> options, Path work) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Java.command());
        // The heap starts small: the JVM would fill a large one before it collects any garbage.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-ea"));
        command.addAll(List.of("-Xms20m", "-Xmn12m", "-Xmx512m"));
        command.addAll(Archive.options(home, "worker"));
        command.addAll(Java.UTF_8);
        command.addAll(options);
        command.add("-Dingchain.root=" + home.root());
        command.add("-Dingchain.language=" + Texts.language());
        command.addAll(List.of("-cp", ClassPaths.text(new ClassPaths(home).ofWorker()), RUN));
        // What a student's code deletes by a relative path is not to be the kit.
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Whether it can still take orders. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Has it run checkpoints on code that is known to be harmless; does not wait for that. */
    void rehearse(List<Path> folders, List<String> testClasses) throws IOException {
        order(new Order(folder.resolve("rehearsal").toString(), texts(folders), testClasses, 1, true));
    }

    /**
     * Runs the test classes in order, as far as it gets. Only once.
     *
     * @param folders where the classes of the checkpoints and of the steps are, the first before the others
     * @param rounds how often to run them all
     * @param patience how long no test may end before the process is ended; longer than any test's own limit
     * @param enough asked again and again, with the results so far, whether the rest is not needed any more
     * @param stopped asked again and again whether the run is to be ended
     * @throws InterruptedException where it was ended so
     */
    Run run(
            List<Path> folders,
            List<String> testClasses,
            int rounds,
            Duration patience,
            Predicate<List<TestResult>> enough,
            BooleanSupplier stopped)
            throws IOException, InterruptedException {
        try {
            printed.take();
            Path report = folder.resolve("report");
            order(new Order(report.toString(), texts(folders), testClasses, rounds, false));
            return watch(new CheckpointReport(report), patience, enough, stopped);
        } finally {
            endSoon();
        }
    }

    /** Nobody waits for a JVM to be gone after its last word. */
    private void endSoon() {
        Thread thread = new Thread(this::close, "end of a worker");
        thread.setDaemon(true);
        thread.start();
    }

    private void order(Order order) throws IOException {
        process.getOutputStream().write((GSON.toJson(order) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    private Run watch(
            CheckpointReport report, Duration patience, Predicate<List<TestResult>> enough, BooleanSupplier stopped)
            throws IOException, InterruptedException {
        List<TestResult> results = new ArrayList<>();
        long start = System.nanoTime();
        long lastSign = start;
        boolean alive = true;
        // Nobody waits for a JVM to end after its report: for threads that are in native code, such as those that read,
        // it takes up to 300 ms.
        while (alive && !report.ended()) {
            if (stopped.getAsBoolean()) {
                throw new InterruptedException("stopped");
            }
            // What has taken long may be noticed a little later: looking takes time that the checkpoints need.
            long pause = Math.max(LEAST_PAUSE_NANOS, (System.nanoTime() - start) / 100);
            alive = !process.waitFor(Math.min(pause, MOST_PAUSE_NANOS), TimeUnit.NANOSECONDS);
            if (!alive) {
                reader.join(patience.toMillis());
            }
            for (TestResult result : report.added()) {
                results.add(result.withPrints(printed.take()));
                lastSign = System.nanoTime();
            }
            if (enough.test(results)) {
                return new Run(results, End.OWN, printed.take(), report.rounds());
            }
            if (alive && System.nanoTime() - lastSign > patience.toNanos()) {
                return new Run(results, End.STUCK, printed.take(), report.rounds());
            }
        }
        return new Run(results, end(report, results), printed.take(), report.rounds());
    }

    private static End end(CheckpointReport report, List<TestResult> results) {
        if (report.ended()) {
            return End.OWN;
        }
        boolean told = !results.isEmpty() && results.get(results.size() - 1).outcome() == Outcome.THREW;
        return told ? End.TOLD : End.SILENT;
    }

    /** Ends the JVM, if it has not ended by itself. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(whenWeEnd);
        } catch (IllegalStateException e) {
            // The command is ending, and the hook with it.
        }
    }

    /** One thread at a time: while this is being done after a run, the command itself may end. */
    private synchronized void end() {
        process.destroyForcibly();
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            ClassFolders.delete(folder);
        } catch (IOException e) {
            // A folder below the system's own folder for what is temporary is no trouble to anybody.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
