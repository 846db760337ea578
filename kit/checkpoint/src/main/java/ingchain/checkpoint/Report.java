package ingchain.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Writes the lines that {@link CheckpointRun} documents. Safe on any thread: the JVM's end may write the last one. */
final class Report implements TestExecutionListener, AutoCloseable {
    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    private final Writer out;
    private TestIdentifier running;
    private long lastEnd = System.nanoTime();
    private int tests;
    private int done;

    Report(Path file) throws IOException {
        // This writer puts a ? for what is no Unicode text, half an emoji say, where the one of Files would throw.
        out = new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running = test;
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        if (!test.isTest() && thrown.isEmpty()) {
            return;
        }
        running = null;
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            write(test, skipped(thrown.map(Throwable::getMessage).orElse("")));
        } else {
            Optional<Verdict> known = Verdicts.take(test.getUniqueId());
            write(
                    test,
                    known.orElseGet(() -> fault(thrown.map(Throwable::toString).orElse("no verdict"))));
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        write(test, skipped(reason));
    }

    /** Whether there were tests and all of them held. */
    synchronized boolean allDone() {
        return tests > 0 && done == tests;
    }

    /** The class of the test that is on its way. */
    synchronized Optional<Class<?>> runningClass() {
        return Optional.ofNullable(running).flatMap(test -> testClass(test));
    }

    /** Reports that the JVM is being ended, by the line described. */
    synchronized void exited(Optional<String> by) {
        String cause = by.orElse(Texts.of("exit.cause"));
        write(
                running,
                new Verdict(
                        Outcome.THREW,
                        Texts.of("exit.sentence"),
                        "ended-program",
                        cause,
                        Texts.of("exit.next"),
                        List.of()));
    }

    synchronized void classMissing(String name, Throwable e) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "test");
        line.put("class", name);
        line.put("name", name);
        tests++;
        write(line, fault(Texts.of("cannot-load", e)), 0);
    }

    /** Reports that all tests have run once more. */
    synchronized void round(long millis) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "round");
        line.put("millis", millis);
        writeLine(line);
    }

    @Override
    public synchronized void close() throws IOException {
        writeLine(Map.of("event", "end"));
        out.close();
    }

    private static Verdict skipped(String reason) {
        return new Verdict(Outcome.SKIPPED, reason, "skipped", reason, "", List.of());
    }

    private static Verdict fault(String sentence) {
        return new Verdict(Outcome.KIT_FAULT, sentence, "kit-fault", sentence, Texts.of("next.kit"), List.of());
    }

    private void write(TestIdentifier test, Verdict verdict) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "test");
        testClass(test).ifPresent(type -> {
            CheckpointExtension.exercise(type).ifPresent(exercise -> line.put("exercise", exercise.value()));
            line.put("class", type.getName());
        });
        line.put("name", test.getDisplayName());
        tests++;
        done += verdict.outcome() == Outcome.DONE ? 1 : 0;
        long now = System.nanoTime();
        write(line, verdict, (now - lastEnd) / 1_000_000);
        lastEnd = now;
    }

    private void write(Map<String, Object> line, Verdict verdict, long millis) {
        line.put("outcome", verdict.outcome());
        line.put("sentence", verdict.sentence());
        line.put("causeId", verdict.causeId());
        line.put("cause", verdict.cause());
        line.put("next", verdict.next());
        line.put("transcript", verdict.transcript());
        line.put("millis", millis);
        writeLine(line);
    }

    private void writeLine(Map<String, Object> line) {
        try {
            out.write(gson.toJson(line) + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Class<?>> testClass(TestIdentifier test) {
        return test.getSource().map(source -> {
            if (source instanceof MethodSource method) {
                return method.getJavaClass();
            }
            return source instanceof ClassSource type ? type.getJavaClass() : null;
        });
    }
}
