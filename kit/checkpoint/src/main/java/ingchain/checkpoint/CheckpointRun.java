package ingchain.checkpoint;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs checkpoints in this JVM and reports test by test: {@code --report FILE [--rounds N] CLASS...}. What the student's
 * code prints stays on standard output. Of an exercise that has failed, the tests that are left are not run: a person
 * reads the first failure, and should not wait for the others. Ends the JVM at once, whatever threads are left, with 0
 * when every test is DONE and 1 otherwise.
 *
 * <p>The report has one JSON object a line, written as each test ends, so that what was done is there even where the
 * student's code ends the JVM. All tests run N times, or once, and a line follows each time.
 * Where something is to be played again (see {@link Replay}), that runs and nothing else:
 *
 * <pre>{"event":"test","exercise":"1.2","class":"...","name":"...","outcome":"WRONG","sentence":"...",
 * "causeId":"...","cause":"...","next":"...","transcript":["1. ..."],"millis":12}
 * {"event":"round","millis":340}
 * {"event":"end"}</pre>
 *
 * {@code name} is what was to hold; {@code sentence} is the expectation that broke, which also ends the transcript;
 * {@code causeId} names the kind of mistake.
 */
public final class CheckpointRun {
    private CheckpointRun() {}

    /**
     * @param args {@code --report FILE}, then perhaps {@code --rounds N}, then the names of test classes
     */
    public static void main(String[] args) {
        int exitCode = 1;
        try {
            Deque<String> words = new ArrayDeque<>(List.of(args));
            if (words.size() < 3 || !words.poll().equals("--report")) {
                System.err.println("usage: CheckpointRun --report FILE [--rounds N] CLASS...");
            } else {
                exitCode = run(Path.of(words.poll()), rounds(words), List.copyOf(words)) ? 0 : 1;
            }
        } catch (IOException e) {
            System.err.println("cannot write the report: " + e.getMessage());
        }
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    private static int rounds(Deque<String> words) {
        if (!words.peek().equals("--rounds")) {
            return 1;
        }
        words.poll();
        return Integer.parseInt(words.poll());
    }

    /** True when there were tests and every one is DONE. */
    private static boolean run(Path report, int rounds, List<String> classNames) throws IOException {
        try (Report lines = new Report(report)) {
            LauncherDiscoveryRequest request = request(classNames, lines);
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                execute(request, lines);
                lines.round((System.nanoTime() - start) / 1_000_000);
            }
            return lines.allDone();
        }
    }

    private static LauncherDiscoveryRequest request(List<String> classNames, Report lines) {
        LauncherDiscoveryRequestBuilder tests =
                LauncherDiscoveryRequestBuilder.request().configurationParameter(FirstFailure.STOPS, "true");
        Replay.askedFor().ifPresent(id -> tests.filters(TagFilter.includeTags(Replay.TAG)));
        for (String name : classNames) {
            try {
                tests.selectors(selectClass(Class.forName(name)));
            } catch (ClassNotFoundException | LinkageError e) {
                lines.classMissing(name, e);
            }
        }
        return tests.build();
    }

    static void execute(LauncherDiscoveryRequest request, Report lines) {
        ExitWatch watch = new ExitWatch(lines);
        Runtime.getRuntime().addShutdownHook(watch);
        LauncherFactory.create().execute(request, lines);
        Runtime.getRuntime().removeShutdownHook(watch);
    }
}
