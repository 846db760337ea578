package ingchain.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out why a test did not hold. Each finder looks at the evidence and answers where it is sure; the first answer
 * counts, so a finder that knows more stands before one that knows less.
 */
final class Diagnosis {
    private static final List<Function<Evidence, Optional<Cause>>> FINDERS = List.of(
            StarterCauses::notDone,
            StarterCauses::waitsForAnother,
            ThreadCauses::deadlock,
            ThreadCauses::stuckInACall,
            ThreadCauses::timedOut,
            ThrownCauses::told,
            ThrownCauses::brokenJson,
            ThrownCauses::threw,
            ThrownCauses::letThrough,
            ThrownCauses::threadDied,
            ExpectationCauses::told,
            ThrownCauses::logged,
            ThreadCauses::acceptLoopBusy,
            ThreadCauses::waitsForLock,
            ThreadCauses::nobodyAccepts,
            ThreadCauses::waitedInVain,
            ExpectationCauses::broken);

    private Diagnosis() {}

    /** The verdict on one test; its transcript is completed by the step that broke. */
    static Verdict of(Evidence evidence, Transcript transcript) {
        if (held(evidence)) {
            return new Verdict(Outcome.DONE, "", "", "", "", transcript.lines());
        }
        Cause cause = FINDERS.stream()
                .flatMap(finder -> finder.apply(evidence).stream())
                .findFirst()
                .orElseGet(() -> new Cause(Outcome.KIT_FAULT, "kit-fault", Texts.of("kit-fault", evidence.thrown())));
        if (cause.outcome() != Outcome.NOT_DONE) {
            transcript.step(evidence.lastStep());
        }
        return new Verdict(
                cause.outcome(),
                evidence.sentence(),
                cause.id(),
                cause.sentence(),
                next(evidence, cause),
                transcript.lines());
    }

    private static boolean held(Evidence evidence) {
        return evidence.thrown() == null
                && !evidence.timedOut()
                && !evidence.notDone().contains(evidence.exercise());
    }

    private static String next(Evidence evidence, Cause cause) {
        String chapter = ExerciseNumber.chapter(evidence.exercise());
        return switch (cause.outcome()) {
            case NOT_DONE ->
                StarterCauses.earlierNotDone(evidence)
                        .map(earlier -> Texts.of("next.earlier", earlier, ExerciseNumber.chapter(earlier)))
                        .orElse(Texts.of("next.build", chapter));
            case KIT_FAULT -> Texts.of("next.kit");
            default -> Hints.of(cause.id()).orElse(Texts.of("next.chapter", chapter));
        };
    }
}
