package ingchain.cli.check;

import ingchain.cli.check.CheckpointReport.RoundEnd;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of checkpoints in a JVM of its own, so that nothing a student's code does can harm the command: it may end
 * the program, loop for ever or fill the memory, and each of these is an outcome.
 */
final class CheckpointProcess {
    private static final String RUN = "ingchain.checkpoint.CheckpointRun";
    private static final int POLL_MILLIS = 5;

    private final Home home;
    private final List<Path> classPath;
    private final Duration patience;
    private final List<String> prefix;
    private final List<String> replay;

    /** How the process ended. */
    enum End {
        /** After its last test. */
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

    /**
     * @param classPath what to run with
     * @param patience how long no test may end before the process is ended; longer than any test's own limit
     * @param prefix a command that starts the process, such as taskset and what it needs; mostly empty
     * @param replay the id of what is to be played again, and nothing else; null for the tests themselves
     */
    CheckpointProcess(Home home, List<Path> classPath, Duration patience, List<String> prefix, String replay) {
        this.home = home;
        this.classPath = classPath;
        this.patience = patience;
        this.prefix = prefix;
        this.replay = replay == null ? List.of() : List.of("-Dingchain.replay=" + replay);
    }

    /** Runs the test classes in order, as far as it gets. */
    Run run(List<String> testClasses) throws IOException, InterruptedException {
        return run(testClasses, 1);
    }

    /** Runs the test classes in order, and again from the first, so many times in all or as far as it gets. */
    Run run(List<String> testClasses, int rounds) throws IOException, InterruptedException {
        Path report = Files.createTempFile("ingchain-report", ".jsonl");
        Process process = start(report, testClasses, rounds);
        Thread whenWeEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        try {
            process.getOutputStream().close();
            return watch(process, new CheckpointReport(report));
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(whenWeEnd);
            Files.deleteIfExists(report);
        }
    }

    private Process start(Path report, List<String> testClasses, int rounds) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Java.command());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m", "-ea"));
        command.addAll(Java.UTF_8);
        command.addAll(replay);
        command.addAll(List.of("-cp", ClassPaths.text(classPath), RUN, "--report", report.toString()));
        command.addAll(List.of("--rounds", String.valueOf(rounds)));
        command.addAll(testClasses);
        return new ProcessBuilder(command)
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .start();
    }

    private Run watch(Process process, CheckpointReport report) throws IOException, InterruptedException {
        PrintedLines printed = new PrintedLines(process.getInputStream());
        Thread reader = new Thread(printed, "what the checkpoints print");
        reader.setDaemon(true);
        reader.start();
        List<TestResult> results = new ArrayList<>();
        long lastSign = System.nanoTime();
        boolean alive = true;
        while (alive) {
            alive = !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (!alive) {
                reader.join(patience.toMillis());
            }
            for (TestResult result : report.added()) {
                results.add(result.withPrints(printed.take()));
                lastSign = System.nanoTime();
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
}
