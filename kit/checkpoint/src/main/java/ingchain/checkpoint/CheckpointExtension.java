package ingchain.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Runs the tests of an {@link Exercise}: each on a thread of its own, with its cleanup after and its diagnosis. */
final class CheckpointExtension implements InvocationInterceptor, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(CheckpointExtension.class);

    /** A test class may take what is injected in its constructor, once for each test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Stream.of(Transcript.class, CapturedLog.class, Cleanup.class)
                .anyMatch(type -> type == parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Transcript transcript = test(context).transcript();
        Class<?> type = parameter.getParameter().getType();
        if (type == CapturedLog.class) {
            return store(context).computeIfAbsent(type, key -> new CapturedLog(transcript));
        }
        return type == Cleanup.class ? transcript.cleanup() : transcript;
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return judge(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, context);
    }

    private static <T> T judge(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        RunningTest test = test(context);
        AtomicReference<T> result = new AtomicReference<>();
        Evidence evidence = test.run(() -> result.set(invocation.proceed()));
        if (evidence.thrown() instanceof TestAbortedException aborted) {
            throw aborted;
        }
        Verdict verdict = Diagnosis.of(evidence, test.transcript());
        Verdicts.put(context.getUniqueId(), verdict);
        if (verdict.outcome() != Outcome.DONE) {
            failuresBefore(context).add(verdict.outcome());
            FirstFailure.note(exercise(context), context);
            throw failure(verdict, evidence, context);
        }
        return result.get();
    }

    /**
     * What Maven or an IDE shows: the verdict for a message, and the few frames that a student may want to click on.
     */
    private static CheckpointFailure failure(Verdict verdict, Evidence evidence, ExtensionContext context) {
        String heading = exercise(context).value() + " " + context.getDisplayName();
        CheckpointFailure failure = new CheckpointFailure(verdict.text(heading));
        Throwable thrown = evidence.thrown();
        List<StackTraceElement> frames =
                evidence.timedOut() ? evidence.testThread().frames() : frames(thrown);
        failure.setStackTrace(frames.stream()
                .filter(frame -> evidence.code().wrote(frame)
                        || frame.getClassName()
                                .equals(context.getRequiredTestClass().getName()))
                .toArray(StackTraceElement[]::new));
        if (verdict.outcome() == Outcome.KIT_FAULT) {
            failure.initCause(thrown);
        }
        return failure;
    }

    private static List<StackTraceElement> frames(Throwable thrown) {
        return thrown == null ? List.of() : List.of(thrown.getStackTrace());
    }

    private static RunningTest test(ExtensionContext context) {
        // The store closes it when the test has ended.
        return store(context).computeIfAbsent(RunningTest.class, key -> newTest(context), RunningTest.class);
    }

    private static Exercise exercise(ExtensionContext context) {
        return exercise(context.getRequiredTestClass()).orElseThrow();
    }

    static Optional<Exercise> exercise(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, Exercise.class);
    }

    private static RunningTest newTest(ExtensionContext context) {
        Exercise exercise = exercise(context);
        return new RunningTest(
                exercise.value(), context.getRequiredTestClass(), Pace.of(exercise, failuresBefore(context)));
    }

    /** How tests of the same class have failed so far; kept with the class. */
    @SuppressWarnings("unchecked")
    private static List<Outcome> failuresBefore(ExtensionContext context) {
        return store(context.getParent().orElseThrow())
                .computeIfAbsent(Outcome.class, key -> new CopyOnWriteArrayList<Outcome>(), List.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
