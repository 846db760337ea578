package ingchain.consensus;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Replay;
import ingchain.checkpoint.Transcript;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

@Exercise(value = "4.5", seconds = 30)
@DisplayName("4.5 In every order in which messages can arrive")
class EveryOrderTest {
    @Test
    @Order(1)
    @DisplayName("two nodes that meet end on one chain, in whatever order their messages arrive")
    void twoNodes(Transcript transcript) throws Throwable {
        new EveryOrder(transcript).holds(Scenarios.TWO_NODES);
    }

    @Test
    @Order(2)
    @DisplayName("three nodes in a line end on one chain, in whatever order their messages arrive")
    void lines(Transcript transcript) throws Throwable {
        new EveryOrder(transcript).holds(Scenarios.LINES);
    }

    @Test
    @Order(3)
    @DisplayName(
            "three nodes, each connected with the others, end on one chain, in whatever order their messages arrive")
    void rings(Transcript transcript) throws Throwable {
        new EveryOrder(transcript).holds(Scenarios.RINGS);
    }

    @Test
    @Order(4)
    @DisplayName("nodes end on one chain even where a message arrives twice, or a connection breaks and is made again")
    void troubled(Transcript transcript) throws Throwable {
        new EveryOrder(transcript).holds(Scenarios.TROUBLED);
    }

    // Where no order is asked for, there is nothing to play again, and so no test.
    @ParameterizedTest(name = "the order {0} ends well", quoteTextArguments = false, allowZeroInvocations = true)
    @MethodSource("askedFor")
    @Tag(Replay.TAG)
    @Order(5)
    @DisplayName("the order that was asked for ends well")
    void replay(String id, Transcript transcript) throws Throwable {
        PlayedOrder order;
        try {
            order = PlayedOrder.parse(id);
        } catch (IllegalArgumentException e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
        new EveryOrder(transcript).replay(order);
    }

    static Stream<String> askedFor() {
        return Replay.askedFor().stream();
    }
}
