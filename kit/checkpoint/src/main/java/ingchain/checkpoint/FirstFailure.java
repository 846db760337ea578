package ingchain.checkpoint;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out what is left of an exercise once one of its tests has failed, in runs that ask for that. */
final class FirstFailure implements ExecutionCondition {
    /** The configuration parameter by which a run asks for it. */
    static final String STOPS = "ingchain.stop-at-first-failure";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean stops =
                context.getConfigurationParameter(STOPS).filter("true"::equals).isPresent();
        boolean failed = context.getTestClass()
                .flatMap(CheckpointExtension::exercise)
                .filter(exercise -> failed(context).contains(exercise.value()))
                .isPresent();
        return stops && failed
                ? ConditionEvaluationResult.disabled("a test of the exercise before this one has failed")
                : ConditionEvaluationResult.enabled("nothing has failed yet");
    }

    static void note(Exercise exercise, ExtensionContext context) {
        failed(context).add(exercise.value());
    }

    /** The exercises that have failed in this run. */
    @SuppressWarnings("unchecked")
    private static Set<String> failed(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FirstFailure.class))
                .computeIfAbsent(STOPS, key -> ConcurrentHashMap.newKeySet(), Set.class);
    }
}
