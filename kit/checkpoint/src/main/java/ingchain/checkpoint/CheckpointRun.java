package ingchain.checkpoint;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs checkpoints in this JVM and reports test by test: {@code --report FILE CLASS...}. What the student's code prints
 * stays on standard output. Of an exercise that has failed, the tests that are left are not run: a person reads the
 * first failure, and should not wait for the others. Ends the JVM at once, whatever threads are left, with 0 when every test is DONE and 1
 * otherwise.
 *
 * <p>The report has one JSON object a line, written as each test ends, so that what was done is there even where the
 * student's code ends the JVM:
 *
 * <pre>{"event":"test","exercise":"1.2","class":"...","name":"...","outcome":"WRONG","sentence":"...",
 * "causeId":"...","cause":"...","next":"...","transcript":["1. ..."],"millis":12}
 * {"event":"end"}</pre>
 *
 * {@code name} is what was to hold; {@code sentence} is the expectation that broke, which also ends the transcript;
 * {@code causeId} names the kind of mistake.
 */
public final class CheckpointRun {
    private CheckpointRun() {}

    /**
     * @param args {@code --report FILE}, then the names of test classes
     */
    public static void main(String[] args) {
        int exitCode = 1;
        try {
            Deque<String> words = new ArrayDeque<>(List.of(args));
            if (words.size() < 3 || !words.poll().equals("--report")) {
                System.err.println("usage: CheckpointRun --report FILE CLASS...");
            } else {
                exitCode = run(Path.of(words.poll()), List.copyOf(words)) ? 0 : 1;
            }
        } catch (IOException e) {
            System.err.println("cannot write the report: " + e.getMessage());
        }
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    /** True when there were tests and every one is DONE. */
    static boolean run(Path report, List<String> classNames) throws IOException {
        try (Report lines = new Report(report)) {
            LauncherDiscoveryRequestBuilder tests =
                    LauncherDiscoveryRequestBuilder.request().configurationParameter(FirstFailure.STOPS, "true");
            for (String name : classNames) {
                try {
                    tests.selectors(selectClass(Class.forName(name)));
                } catch (ClassNotFoundException | LinkageError e) {
                    lines.classMissing(name, e);
                }
            }
            execute(tests.build(), lines);
            return lines.allDone();
        }
    }

    static void execute(LauncherDiscoveryRequest request, Report lines) {
        ExitWatch watch = new ExitWatch(lines);
        Runtime.getRuntime().addShutdownHook(watch);
        LauncherFactory.create().execute(request, lines);
        Runtime.getRuntime().removeShutdownHook(watch);
    }
}
