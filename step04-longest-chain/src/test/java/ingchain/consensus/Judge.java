package ingchain.consensus;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import java.util.function.Supplier;

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
        accepts(what, rules, () -> null);
    }

    /**
     * As {@link #accepts(String, Check)}.
     *
     * @param why finds the id of the cause where it does not pass; null for none
     */
    void accepts(String what, Check rules, Supplier<String> why) {
        try {
            rules.check();
        } catch (InvalidBlock e) {
            throw failure(why.get(), what + " is valid, but was refused: " + e.getMessage());
        } catch (IndexOutOfBoundsException e) {
            throw failure(why.get(), what + " is valid, and was to be accepted", e);
        }
        transcript.step(what + " is accepted");
    }

    /** What breaks a rule must not pass. */
    void refuses(String what, Check rules) {
        refuses(what, rules, () -> null);
    }

    /**
     * As {@link #refuses(String, Check)}.
     *
     * @param why finds the id of the cause where it passes; null for none
     */
    void refuses(String what, Check rules, Supplier<String> why) {
        try {
            rules.check();
        } catch (InvalidBlock e) {
            transcript.step(what + " is refused: " + e.getMessage());
            return;
        } catch (IndexOutOfBoundsException e) {
            throw failure(why.get(), what + " is not valid, and was to be refused by an InvalidBlock", e);
        }
        throw failure(why.get(), what + " is not valid, but was accepted: no InvalidBlock was thrown");
    }

    private static CheckpointFailure failure(String causeId, String sentence) {
        return causeId == null ? new CheckpointFailure(sentence) : CheckpointFailure.because(causeId, sentence);
    }

    private static RuntimeException failure(String causeId, String sentence, IndexOutOfBoundsException thrown) {
        if (causeId == null) {
            return thrown;
        }
        throw CheckpointFailure.because(causeId, sentence, thrown);
    }

    /** Whether the rules let something pass; for finding out why a checkpoint has failed. */
    static boolean passes(Check rules) {
        try {
            rules.check();
            return true;
        } catch (InvalidBlock | RuntimeException e) {
            return false;
        }
    }
}
