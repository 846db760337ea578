package ingchain.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The id of an order")
class PlayedOrderTest {
    @Test
    @DisplayName("stands for a scenario and its moves, and is read again as what it was written for")
    void readAgain() {
        for (Scenario scenario : Scenarios.all()) {
            List<Integer> moves = List.of(0, scenario.moves().size() - 1, 1);
            PlayedOrder order = PlayedOrder.parse(new PlayedOrder(scenario, moves).id());
            assertThat(order.scenario()).isSameAs(scenario);
            assertThat(order.moves()).isEqualTo(moves);
        }
        assertThat(PlayedOrder.parse("race2").moves()).isEmpty();
        assertThat(PlayedOrder.parse("copy3-0a").moves()).containsExactly(0, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "race", "race2 -0", "race2-05", "race2-0-1", "race2-0 1", "race2-0\u0661", "RACE2-0"})
    @DisplayName("is told in a sentence to be none where it stands for nothing")
    void standsForNothing(String id) {
        assertThatThrownBy(() -> PlayedOrder.parse(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + id + "\" is no order that can be played");
    }

    @Test
    @DisplayName("has at most as many moves as are ever played")
    void tooLong() {
        assertThatThrownBy(() -> PlayedOrder.parse("race2-" + "0".repeat(Playback.MOST_MOVES + 1)))
                .hasMessageContaining("more than " + Playback.MOST_MOVES + " moves");
    }
}
