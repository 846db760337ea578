package ingchain.checkpoint;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs checkpoints in this JVM and reports test by test. It reads an {@link Order} a line from standard input: any number
 * of rehearsals, which warm the JVM up, and then the one that counts. After that it ends the JVM at once, whatever threads
 * are left, with 0 when every test is DONE and 1 otherwise. A JVM that was started before it is needed can be kept
 * waiting, and is used for one student's code once.
 *
 * <p>What the student's code prints stays on standard output. Of an exercise that has failed, the tests that are left
 * are not run: a person reads the first failure, and should not wait for the others.
 *
 * <p>The report has one JSON object a line, written as each test ends, so that what was done is there even where the
 * student's code ends the JVM. All tests run as many rounds as the order says, and a line follows each. Where something
 * is to be played again (see {@link Replay}), that runs and nothing else:
 *
 * <pre>{"event":"test","exercise":"1.2","class":"...","name":"...","outcome":"WRONG","sentence":"...",
 * "causeId":"...","cause":"...","next":"...","transcript":["1. ..."],"millis":12}
 * {"event":"round","millis":345}
 * {"event":"end"}</pre>
 *
 * {@code name} is what was to hold; {@code sentence} is the expectation that broke, which also ends the transcript;
 * {@code causeId} names the kind of mistake; {@code millis} is the time since the test before it has ended, or since the
 * beginning.
 */
public final class CheckpointRun {
    private CheckpointRun() {}

    /**
     * @param args none
     */
    public static void main(String[] args) {
        int exitCode = 1;
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            // Standard input is the command's line to this JVM; a student's code has nothing to read and may close it.
            System.setIn(InputStream.nullInputStream());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Order order = Order.of(line);
                if (order.rehearsal()) {
                    run(order);
                    // What the heap has grown by goes back to the system: nobody knows how long this JVM will wait.
                    System.gc();
                } else {
                    endWith(in);
                    exitCode = run(order) ? 0 : 1;
                    break;
                }
            }
        } catch (IOException e) {
            System.err.println("cannot write the report: " + e.getMessage());
        }
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    /** Whoever gave the order may be gone before it is carried out: then nobody ends this JVM but itself. */
    private static void endWith(Reader in) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {}
                        Runtime.getRuntime().halt(1);
                    } catch (IOException e) {
                        // A student's code has closed the file handle itself; the run goes on.
                    }
                },
                "end of the order");
        watch.setDaemon(true);
        watch.start();
    }

    /** True when there were tests and every one is DONE. */
    private static boolean run(Order order) throws IOException {
        ClassLoader loader = order.loader();
        Thread.currentThread().setContextClassLoader(loader);
        try (Report lines = new Report(Path.of(order.report()))) {
            LauncherDiscoveryRequest tests = tests(order.classes(), loader, lines);
            for (int round = 0; round < order.rounds(); round++) {
                long start = System.nanoTime();
                execute(tests, lines);
                lines.round((System.nanoTime() - start) / 1_000_000);
            }
            // Whoever reads the end of the report ends this JVM at once.
            System.out.flush();
            return lines.allDone();
        }
    }

    private static LauncherDiscoveryRequest tests(List<String> classes, ClassLoader loader, Report lines) {
        LauncherDiscoveryRequestBuilder tests =
                LauncherDiscoveryRequestBuilder.request().configurationParameter(FirstFailure.STOPS, "true");
        Replay.askedFor().ifPresent(id -> tests.filters(TagFilter.includeTags(Replay.TAG)));
        for (String name : classes) {
            try {
                tests.selectors(selectClass(Class.forName(name, true, loader)));
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
