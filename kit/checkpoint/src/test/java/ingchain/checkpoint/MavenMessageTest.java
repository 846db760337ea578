package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@DisplayName("What Maven and an IDE show of a checkpoint that fails")
class MavenMessageTest {
    @Test
    @DisplayName("is what was to hold, the transcript with the step that broke, and what to do next")
    void wrong() throws Exception {
        assertThat(failure("wrong", "ingchain.checkpoint.Transcript"))
                .isInstanceOf(CheckpointFailure.class)
                .message()
                .matches("(?s)1\\.2 wrong\\(Transcript\\)\\R\\R"
                        + "  1\\. asks for the answer\\R"
                        + "  2\\. the answer: [^\\n]*\\R\\R"
                        + "Next:  see section 1\\.2 of docs/en/step01-server\\.md, and its hints\\R");
    }

    @Test
    @DisplayName("has the cause where it says more, and a stack of the student's and the checkpoint's lines alone")
    void threw() throws Exception {
        Throwable failure = failure("threw", "");
        assertThat(failure).hasMessageContaining("Cause: Student.throwsSomething threw IllegalStateException");
        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("throwsSomething", "threw");
        assertThat(failure).hasNoCause();
    }

    @Test
    @DisplayName("keeps the exception where the kit is at fault, for whoever mends the kit")
    void kitFault() throws Exception {
        assertThat(failure("kitFault", "")).hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("comes sooner when a test of the same exercise has failed before")
    void pace() {
        Exercise exercise = SlowSample.class.getAnnotation(Exercise.class);
        assertThat(Pace.of(exercise, List.of())).isEqualTo(new Pace(20, 10_000));
        assertThat(Pace.of(exercise, List.of(Outcome.WRONG))).isEqualTo(new Pace(20, 1_000));
        assertThat(Pace.of(exercise, List.of(Outcome.TIMED_OUT))).isEqualTo(new Pace(3, 1_000));
    }

    @Exercise(value = "4.5", seconds = 20)
    private static final class SlowSample {}

    private static Throwable failure(String method, String parameters) throws Exception {
        Class<?> sample = new TwoSources().loadClass("ingchain.sample.OutcomesSample");
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(sample, method, parameters))
                                .build(),
                        summary);
        return summary.getSummary().getFailures().get(0).getException();
    }
}
