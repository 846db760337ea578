package ingchain.consensus;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;

/** Holds the student's rules against blocks that are known to be right or wrong. */
final class Judge {
    /** A call of the rules. */
    @FunctionalInterface
    interface Check {
        void check() throws InvalidBlock;
    }

    private final Transcript transcript;

    Judge(Transcript transcript) {
        this.transcript = transcript;
    }

    /** What keeps all rules must pass. */
    void accepts(String what, Check rules) {
        try {
            rules.check();
        } catch (InvalidBlock e) {
            throw new CheckpointFailure(what + " is valid, but was refused: " + e.getMessage());
        }
        transcript.step(what + " is accepted");
    }

    /** What breaks a rule must not pass. */
    void refuses(String what, Check rules) {
        try {
            rules.check();
        } catch (InvalidBlock e) {
            transcript.step(what + " is refused: " + e.getMessage());
            return;
        }
        throw new CheckpointFailure(what + " is not valid, but was accepted: no InvalidBlock was thrown");
    }
}
