package ingchain.checkpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test class the checkpoint of one exercise. Each of its tests runs on a thread of its own with a time limit,
 * may ask for a {@link Transcript}, a {@link CapturedLog} and a {@link Cleanup}, its own or its constructor's
 * parameters, and fails with a diagnosis.
 *
 * <p>Tests run in the order of their {@code @Order}: put the plainest demand first, because a student reads the first
 * failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("exercise")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith({AskedFor.class, FirstFailure.class, CheckpointExtension.class})
public @interface Exercise {
    /** The exercise's number, such as "1.2": its step, and its place in the step. */
    String value();

    /**
     * How long one test may take before it is called stuck, in seconds. One expectation waits half of that, so that the
     * first that fails is told as such; once a test of the exercise has failed, the others wait a second.
     */
    int seconds() default 10;
}
