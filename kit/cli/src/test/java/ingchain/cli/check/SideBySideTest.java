package ingchain.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Checkpoints that run side by side end as if they had run one after the other")
@Timeout(20)
class SideBySideTest {
    private final SideBySide sideBySide = new SideBySide(List.of("A", "B", "C", "D"));

    @Test
    @DisplayName("the results come in the order of the classes, and the shares run at the same time")
    void order() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<TestResult> results = sideBySide.run(List.of(List.of("B", "D"), List.of("A", "C")), (share, enough) -> {
            both.countDown();
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            return share.stream().map(name -> result(name, Outcome.DONE, 1)).toList();
        });
        assertThat(results).extracting(TestResult::testClass).containsExactly("A", "B", "C", "D");
    }

    @Test
    @DisplayName("nobody waits for what comes after the first failure")
    void firstFails() throws Exception {
        List<TestResult> results = sideBySide.run(List.of(List.of("A"), List.of("B", "C", "D")), (share, enough) -> {
            List<TestResult> soFar = new ArrayList<>();
            if (share.contains("A")) {
                soFar.add(result("A", Outcome.WRONG, 1));
                assertThat(enough.test(soFar)).isFalse();
                return soFar;
            }
            until(enough, soFar); // as a class does that never ends
            return soFar;
        });
        assertThat(results).extracting(TestResult::testClass).containsExactly("A");
    }

    @Test
    @DisplayName("what comes before a failure is waited for: it may have failed first")
    void laterFails() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        List<TestResult> results = sideBySide.run(List.of(List.of("A", "C", "D"), List.of("B")), (share, enough) -> {
            List<TestResult> soFar = new ArrayList<>();
            if (share.contains("B")) {
                soFar.add(result("B", Outcome.WRONG, 1));
                enough.test(soFar);
                failed.countDown();
                return soFar;
            }
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(enough.test(soFar)).isFalse();
            soFar.add(result("A", Outcome.THREW, 1));
            assertThat(enough.test(soFar)).isFalse();
            return soFar;
        });
        assertThat(results).extracting(TestResult::testClass).containsExactly("A", "B");
        assertThat(results.get(0).outcome()).isEqualTo(Outcome.THREW);
    }

    @Test
    @DisplayName("a share that has come past the failure of another is not waited for any longer")
    void pastTheFailure() throws Exception {
        List<TestResult> results = sideBySide.run(List.of(List.of("A", "C"), List.of("B")), (share, enough) -> {
            if (share.contains("B")) {
                List<TestResult> failure = List.of(result("B", Outcome.TIMED_OUT, 1));
                enough.test(failure);
                return failure;
            }
            List<TestResult> soFar = new ArrayList<>(List.of(result("A", Outcome.DONE, 1)));
            soFar.add(result("C", Outcome.DONE, 1));
            until(enough, soFar);
            return soFar;
        });
        assertThat(results).extracting(TestResult::testClass).containsExactly("A", "B", "C");
    }

    @Test
    @DisplayName("what goes wrong with a worker is told, and not taken for a result")
    void broken() {
        assertThatThrownBy(() -> sideBySide.run(List.of(List.of("A", "B"), List.of("C", "D")), (share, enough) -> {
                    if (share.contains("C")) {
                        throw new IOException("no JVM can be started");
                    }
                    return List.of();
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no JVM can be started");
    }

    private static void until(Predicate<List<TestResult>> enough, List<TestResult> soFar) throws InterruptedException {
        while (!enough.test(soFar)) {
            Thread.sleep(1);
        }
    }

    static TestResult result(String testClass, Outcome outcome, long millis) {
        return new TestResult(testClass, "holds", outcome, "", "", "", "", List.of(), List.of(), millis);
    }
}
