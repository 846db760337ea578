package ingchain.checkpoint;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out the checkpoints of steps that nobody asked for. {@code mvn -Pcheckpoints -pl step02-client -am test}
 * builds step 1 as well, because step 2 stands on it; whether step 1 is done is another question, and must not hide the
 * answer.
 */
final class AskedFor implements ExecutionCondition {
    /** Set by Maven: "asked for [step02-client]", or "asked for []" where all modules are built. */
    static final String PROPERTY = "ingchain.asked";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(CheckpointExtension::exercise)
                .map(exercise -> evaluate(exercise.value(), System.getProperty(PROPERTY, "")))
                .orElseGet(() -> ConditionEvaluationResult.enabled("no checkpoint"));
    }

    static ConditionEvaluationResult evaluate(String exercise, String asked) {
        boolean all = !asked.contains("[") || asked.contains("[]");
        if (all || asked.contains("step0" + exercise.charAt(0))) {
            return ConditionEvaluationResult.enabled("asked for");
        }
        return ConditionEvaluationResult.disabled("step " + exercise.charAt(0)
                + " was not asked for: only the checkpoints of the modules after -pl are run");
    }
}
