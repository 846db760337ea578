package ingchain.checkpoint;

import static ingchain.checkpoint.StudentCode.method;
import static ingchain.checkpoint.StudentCode.place;

import ingchain.exercise.ExerciseNotDone;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out why a test did not hold. Each cause has a finder that looks at the evidence and answers where it is sure;
 * the first answer counts, so a finder that knows more stands before one that knows less.
 */
final class Diagnosis {
    /** What a finder found. */
    private record Cause(Outcome outcome, String sentence) {}

    private static final String NOT_DONE = "exercise %s is not done yet: its ExerciseNotDone is still in the code";

    private static final List<Function<Evidence, Optional<Cause>>> FINDERS = List.of(
            Diagnosis::notDone,
            Diagnosis::waitsForAnother,
            Diagnosis::stuckInACall,
            Diagnosis::timedOut,
            Diagnosis::threw,
            Diagnosis::letThrough,
            Diagnosis::threadDied,
            Diagnosis::waitedInVain,
            Diagnosis::assertion);

    private Diagnosis() {}

    /** The verdict on one test; its transcript is completed by the step that broke. */
    static Verdict of(Evidence evidence, Transcript transcript) {
        if (held(evidence)) {
            return new Verdict(Outcome.DONE, "", "", "", transcript.lines());
        }
        Cause cause = FINDERS.stream()
                .flatMap(finder -> finder.apply(evidence).stream())
                .findFirst()
                .orElseGet(() -> new Cause(Outcome.KIT_FAULT, "the checkpoint itself broke: " + evidence.thrown()));
        String sentence = sentence(evidence);
        if (cause.outcome() != Outcome.NOT_DONE) {
            transcript.step(sentence);
        }
        return new Verdict(cause.outcome(), sentence, cause.sentence(), next(evidence, cause), transcript.lines());
    }

    private static boolean held(Evidence evidence) {
        return evidence.thrown() == null
                && !evidence.timedOut()
                && !evidence.notDone().contains(evidence.exercise());
    }

    private static String sentence(Evidence evidence) {
        if (evidence.timedOut()) {
            return "the checkpoint was not at its end after " + evidence.seconds() + " s";
        }
        if (evidence.thrown() == null) {
            return NOT_DONE.formatted(evidence.exercise());
        }
        return evidence.thrown() instanceof AssertionError failed && failed.getMessage() != null
                ? failed.getMessage().strip().replaceAll("\\s*\\R\\s*", " ")
                : evidence.thrown().getClass().getSimpleName() + " was thrown";
    }

    private static String next(Evidence evidence, Cause cause) {
        String chapter = ExerciseNumber.chapter(evidence.exercise());
        return switch (cause.outcome()) {
            case NOT_DONE ->
                earlierNotDone(evidence)
                        .map(earlier -> "do " + earlier + " first, see " + ExerciseNumber.chapter(earlier))
                        .orElse("build it, see " + chapter);
            case KIT_FAULT -> "this is no fault of yours: please report it to the authors of the kit";
            default -> "see " + chapter + ", and its hints";
        };
    }

    private static Optional<Cause> notDone(Evidence evidence) {
        boolean itself = evidence.notDone().contains(evidence.exercise());
        return when(itself, Outcome.NOT_DONE, NOT_DONE.formatted(evidence.exercise()));
    }

    private static Optional<Cause> waitsForAnother(Evidence evidence) {
        return earlierNotDone(evidence)
                .or(() -> evidence.thrown() instanceof ExerciseNotDone
                        ? evidence.notDone().stream().findFirst()
                        : Optional.empty())
                .map(other -> new Cause(
                        Outcome.NOT_DONE, evidence.exercise() + " waits for " + other + ", which is not done yet"));
    }

    private static Optional<String> earlierNotDone(Evidence evidence) {
        return evidence.notDone().stream()
                .filter(met -> ExerciseNumber.compare(met, evidence.exercise()) < 0)
                .min(ExerciseNumber::compare);
    }

    private static Optional<Cause> stuckInACall(Evidence evidence) {
        return Optional.ofNullable(evidence.testThread())
                .flatMap(thread -> Position.of(thread, evidence.code()))
                .map(position -> new Cause(
                        Outcome.TIMED_OUT, position.outermost() + " has not returned: it " + position.standsAt()));
    }

    private static Optional<Cause> timedOut(Evidence evidence) {
        return when(
                evidence.timedOut(),
                Outcome.TIMED_OUT,
                "the checkpoint was still waiting; meanwhile " + Position.all(evidence.others(), evidence.code()));
    }

    private static Optional<Cause> threw(Evidence evidence) {
        return endings(evidence)
                .filter(evidence.code()::threw)
                .findFirst()
                .flatMap(thrown -> firstLine(thrown, evidence))
                .map(line -> new Cause(Outcome.THREW, line));
    }

    private static Optional<String> firstLine(Throwable thrown, Evidence evidence) {
        return evidence.code()
                .firstIn(List.of(thrown.getStackTrace()))
                .map(frame -> method(frame) + " threw " + describe(thrown) + " at " + place(frame));
    }

    /**
     * What the checkpoint threw on purpose, out of a handler say, was to be caught by the student's code and was not.
     */
    private static Optional<Cause> letThrough(Evidence evidence) {
        return endings(evidence)
                .flatMap(thrown -> evidence.code().firstIn(List.of(thrown.getStackTrace())).stream()
                        .map(frame -> method(frame) + " let " + describe(thrown) + " through at " + place(frame)))
                .findFirst()
                .map(sentence -> new Cause(Outcome.WRONG, sentence));
    }

    private static Optional<Cause> threadDied(Evidence evidence) {
        return evidence.uncaught().stream()
                .findFirst()
                .filter(died -> evidence.waitedInVain())
                .map(died -> new Cause(Outcome.WRONG, "a thread was ended by " + describe(died)));
    }

    private static Optional<Cause> waitedInVain(Evidence evidence) {
        return when(
                evidence.waitedInVain(),
                Outcome.WRONG,
                "meanwhile " + Position.all(evidence.others(), evidence.code()));
    }

    private static Optional<Cause> assertion(Evidence evidence) {
        return when(evidence.thrown() instanceof AssertionError, Outcome.WRONG, sentence(evidence));
    }

    /** What ended the test, and what ended other threads; that a later exercise is not done is nobody's mistake. */
    private static Stream<Throwable> endings(Evidence evidence) {
        return Stream.concat(Stream.ofNullable(evidence.thrown()), evidence.uncaught().stream())
                .filter(thrown -> !(thrown instanceof ExerciseNotDone));
    }

    private static String describe(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? name : name + " (" + thrown.getMessage() + ")";
    }

    private static Optional<Cause> when(boolean sure, Outcome outcome, String sentence) {
        return sure ? Optional.of(new Cause(outcome, sentence)) : Optional.empty();
    }
}
