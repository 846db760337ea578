package ingchain.checkpoint;

import static ingchain.checkpoint.StudentCode.method;
import static ingchain.checkpoint.StudentCode.place;

import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import ingchain.exercise.ExerciseNotDone;
import java.io.EOFException;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out from what was thrown, on whatever thread, why a test did not hold. */
final class ThrownCauses {
    /** The name of an exception in a line of text. */
    private static final Pattern NAME = Pattern.compile("java\\.[\\w.]+Exception");

    /** What a kind of exception tells by itself; the first that fits counts. */
    private static final Map<Class<? extends Throwable>, String> IDS = new LinkedHashMap<>();

    static {
        IDS.put(NullPointerException.class, "null-pointer");
        IDS.put(IndexOutOfBoundsException.class, "index-out-of-bounds");
        IDS.put(ConcurrentModificationException.class, "changed-while-iterating");
        IDS.put(ClassCastException.class, "class-cast");
        IDS.put(StackOverflowError.class, "endless-recursion");
        IDS.put(OutOfMemoryError.class, "out-of-memory");
        IDS.put(UnsupportedOperationException.class, "unmodifiable");
        IDS.put(IOException.class, "io-exception");
    }

    private ThrownCauses() {}

    /** JSON that the student's code could not read, told by what it was given to read. */
    static Optional<Cause> brokenJson(Evidence evidence) {
        return endings(evidence)
                .filter(ThrownCauses::isAboutJson)
                .filter(evidence.code()::threw)
                .findFirst()
                .flatMap(thrown -> line(thrown, evidence).map(line -> {
                    JsonPieces pieces = JsonPieces.of(evidence.sent());
                    return new Cause(Outcome.THREW, pieces.causeId(), pieces.told(line));
                }));
    }

    static boolean isAboutJson(Throwable thrown) {
        return thrown instanceof JsonParseException
                || thrown instanceof MalformedJsonException
                || thrown instanceof EOFException;
    }

    /** The checkpoint caught what the student's code threw, and could tell why. */
    static Optional<Cause> told(Evidence evidence) {
        return evidence.thrown() instanceof CheckpointFailure failure
                        && failure.causeId() != null
                        && failure.getCause() != null
                ? line(failure.getCause(), evidence).map(line -> new Cause(Outcome.THREW, failure.causeId(), line))
                : Optional.empty();
    }

    static Optional<Cause> threw(Evidence evidence) {
        return endings(evidence)
                .filter(evidence.code()::threw)
                .findFirst()
                .flatMap(thrown ->
                        line(thrown, evidence).map(line -> new Cause(Outcome.THREW, id(thrown, evidence), line)));
    }

    private static Optional<String> line(Throwable thrown, Evidence evidence) {
        return evidence.code()
                .firstIn(List.of(thrown.getStackTrace()))
                .map(frame -> Texts.of("threw", method(frame), describe(thrown), place(frame)));
    }

    private static String id(Throwable thrown, Evidence evidence) {
        return IDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(thrown))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> evidence.suspected("threw"));
    }

    /**
     * What the checkpoint threw on purpose, out of a handler say, was to be caught by the student's code and was not.
     */
    static Optional<Cause> letThrough(Evidence evidence) {
        return endings(evidence)
                .flatMap(thrown -> evidence.code().firstIn(List.of(thrown.getStackTrace())).stream()
                        .map(frame -> Texts.of("let-through", method(frame), describe(thrown), place(frame))))
                .findFirst()
                .map(sentence -> new Cause(Outcome.WRONG, evidence.suspected("let-through"), sentence));
    }

    static Optional<Cause> threadDied(Evidence evidence) {
        return evidence.uncaught().stream()
                .findFirst()
                .filter(died -> evidence.waitedInVain())
                .map(died -> new Cause(
                        Outcome.WRONG, evidence.suspected("thread-ended"), Texts.of("thread-ended", describe(died))));
    }

    /**
     * What the student's code threw by accident, and step 1 has caught and logged: all that is left of it is its name
     * in the log.
     */
    static Optional<Cause> logged(Evidence evidence) {
        return evidence.logged().stream()
                .filter(line -> line.startsWith("[!]"))
                .flatMap(line ->
                        accident(line).stream().map(id -> new Cause(Outcome.THREW, id, Texts.of("logged", line))))
                .findFirst();
    }

    private static Optional<String> accident(String line) {
        return NAME.matcher(line)
                .results()
                .flatMap(name -> type(name.group()).stream())
                .filter(RuntimeException.class::isAssignableFrom)
                .flatMap(type -> IDS.entrySet().stream()
                        .filter(entry -> entry.getKey().isAssignableFrom(type))
                        .map(Map.Entry::getValue))
                .findFirst();
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** What ended the test, and what ended other threads; that a later exercise is not done is nobody's mistake. */
    private static Stream<Throwable> endings(Evidence evidence) {
        return Stream.concat(Stream.ofNullable(evidence.thrown()), evidence.uncaught().stream())
                .filter(thrown -> !(thrown instanceof ExerciseNotDone));
    }

    private static String describe(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? name : name + " (" + firstLine(thrown.getMessage()) + ")";
    }

    /** Gson adds a second line with an address on the web; the first says it all. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
