package ingchain.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The test classes of an exercise are shared out between two workers where that saves time")
class SharesTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");

    private final Shares shares = new Shares(2);

    @Test
    @DisplayName("as long as nobody knows how long they take, one worker runs all")
    void unknown() {
        assertThat(shares.of(CLASSES)).containsExactly(CLASSES);
    }

    @Test
    @DisplayName("two shares take about as long, and each keeps the order of the classes")
    void balanced() {
        took("A", 300, 100);
        took("B", 700);
        took("C", 200);
        took("D", 50);
        assertThat(shares.of(CLASSES)).containsExactly(List.of("A", "C", "D"), List.of("B"));
    }

    @Test
    @DisplayName("of all ways to share them out it is the one that ends first")
    void endsFirst() {
        took("A", 300);
        took("B", 300);
        took("C", 200);
        took("D", 200);
        took("E", 200);
        // To give the longest that is left to the share that is shorter so far, again and again, would end at 700.
        assertThat(shares.of(List.of("A", "B", "C", "D", "E")))
                .containsExactly(List.of("A", "B"), List.of("C", "D", "E"));
    }

    @Test
    @DisplayName("what a class took before counts as much as what it took last")
    void usual() {
        took("A", 1000);
        took("B", 500);
        took("C", 400);
        took("A", 200); // 600 by now
        assertThat(shares.of(CLASSES)).containsExactly(List.of("A"), List.of("B", "C", "D"));
    }

    @Test
    @DisplayName("a second worker is not started for what one does in a moment")
    void notWorthIt() {
        took("A", 900);
        took("B", 100);
        assertThat(shares.of(CLASSES)).containsExactly(CLASSES);
    }

    @Test
    @DisplayName("a run that was cut short by a failure does not make a class look fast")
    void cutShort() {
        took("A", 500);
        took("B", 500);
        shares.note(
                List.of(SideBySideTest.result("A", Outcome.WRONG, 1), SideBySideTest.result("B", Outcome.SKIPPED, 0)),
                true);
        assertThat(shares.of(CLASSES)).containsExactly(List.of("A"), List.of("B", "C", "D"));
    }

    @Test
    @DisplayName("on a single processor one worker runs all")
    void oneProcessor() {
        Shares single = new Shares(1);
        single.note(
                List.of(SideBySideTest.result("A", Outcome.DONE, 500), SideBySideTest.result("B", Outcome.DONE, 500)),
                true);
        assertThat(single.of(CLASSES)).containsExactly(CLASSES);
    }

    @Test
    @DisplayName("a run that nobody had rehearsed counts only as long as there is no other")
    void notRehearsed() {
        took(false, "A", 1000);
        took(false, "B", 400);
        took(false, "C", 300);
        assertThat(shares.of(CLASSES)).containsExactly(List.of("A"), List.of("B", "C", "D"));
        took("A", 200);
        took(false, "A", 1000);
        assertThat(shares.of(CLASSES)).containsExactly(List.of("A", "C"), List.of("B", "D"));
    }

    /** One run of a class that was rehearsed, with as many tests as times. */
    private void took(String testClass, int... millis) {
        took(true, testClass, millis);
    }

    private void took(boolean rehearsed, String testClass, int... millis) {
        shares.note(
                Arrays.stream(millis)
                        .mapToObj(each -> SideBySideTest.result(testClass, Outcome.DONE, each))
                        .toList(),
                rehearsed);
    }
}
