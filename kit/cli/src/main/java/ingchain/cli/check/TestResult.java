package ingchain.cli.check;

import java.util.List;

/**
 * How one test of a checkpoint ended, as kit/checkpoint reports it.
 *
 * @param testClass full name of its class
 * @param name what was to hold, a sentence
 * @param outcome how it ended
 * @param sentence the expectation that broke; empty where it held
 * @param causeId names the kind of mistake; empty where it held
 * @param cause why it broke; empty where it held
 * @param next what to do about it; empty where it held
 * @param transcript the numbered steps that led there
 * @param prints what the student's code printed meanwhile, line by line
 * @param millis how long it took, with all that had to be made ready for it
 */
public record TestResult(
        String testClass,
        String name,
        Outcome outcome,
        String sentence,
        String causeId,
        String cause,
        String next,
        List<String> transcript,
        List<String> prints,
        long millis) {

    /** This result with what was printed meanwhile. */
    TestResult withPrints(List<String> lines) {
        return new TestResult(testClass, name, outcome, sentence, causeId, cause, next, transcript, lines, millis);
    }
}
