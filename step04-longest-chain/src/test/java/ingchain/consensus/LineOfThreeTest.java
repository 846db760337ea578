package ingchain.consensus;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Apart from the other orders, which take as long as these: the loop runs the two side by side. */
@Exercise(value = "4.5", seconds = 30)
@DisplayName("4.5 In every order in which messages can arrive in a line of three nodes")
class LineOfThreeTest {
    @Test
    @DisplayName("three nodes in a line end on one chain, in whatever order their messages arrive")
    void lines(Transcript transcript) throws Throwable {
        new EveryOrder(transcript).holds(Scenarios.LINES);
    }
}
