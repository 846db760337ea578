package ingchain.cli.bank;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.TestResult;
import ingchain.cli.exercise.ExerciseNumber;

/**
 * What an entry of the bank expects of one exercise: that it is red.
 *
 * @param exercise which
 * @param outcome how it is red; null where that does not matter
 * @param causeId by which cause; null where that does not matter
 */
public record Expected(ExerciseNumber exercise, Outcome outcome, String causeId) {

    /** Whether the exercise came out as expected. */
    boolean is(ExerciseResult result) {
        return result.outcome() != Outcome.DONE
                && result.outcome() != Outcome.KIT_FAULT
                && (outcome == null || outcome == result.outcome())
                && (causeId == null || causeId.equals(causeId(result)));
    }

    /** The cause of an exercise that is red; empty where no test tells one. */
    static String causeId(ExerciseResult result) {
        return result.decisive().map(TestResult::causeId).orElse("");
    }

    @Override
    public String toString() {
        String how = outcome == null ? "" : " " + BankFile.word(outcome);
        return exercise + how + (causeId == null ? "" : " " + causeId);
    }
}
