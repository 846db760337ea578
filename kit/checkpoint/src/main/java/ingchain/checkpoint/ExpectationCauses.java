package ingchain.checkpoint;

import java.util.Optional;

/** Takes the expectation that broke for the cause, where nothing more is known. */
final class ExpectationCauses {
    private ExpectationCauses() {}

    /** The checkpoint itself could tell why, from what it received. */
    static Optional<Cause> told(Evidence evidence) {
        return evidence.thrown() instanceof CheckpointFailure failure && failure.causeId() != null
                ? Optional.of(new Cause(Outcome.WRONG, failure.causeId(), evidence.sentence()))
                : Optional.empty();
    }

    static Optional<Cause> broken(Evidence evidence) {
        return evidence.thrown() instanceof AssertionError
                ? Optional.of(new Cause(Outcome.WRONG, evidence.suspected(usualId(evidence)), evidence.sentence()))
                : Optional.empty();
    }

    private static String usualId(Evidence evidence) {
        return evidence.thrown() instanceof CheckpointFailure failure && failure.usualId() != null
                ? failure.usualId()
                : "expectation";
    }
}
