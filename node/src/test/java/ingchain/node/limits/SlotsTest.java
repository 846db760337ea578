package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.node.limits.Slots.Seat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When somebody calls and all places are taken,")
class SlotsTest {
    private final Slots slots = new Slots(40);
    private final List<Seat> seats = new ArrayList<>();
    private int nextSince;

    private void seat(String name, String host, boolean weCalled, boolean hasSpoken, Long useful) {
        seats.add(new Seat(name, host, weCalled, hasSpoken, nextSince++, useful));
    }

    private void fillFrom(String host, boolean hasSpoken) {
        for (int i = 0; seats.stream().filter(seat -> !seat.weCalled()).count() < slots.maxInbound(); i++) {
            seat(host + " " + i, host, false, hasSpoken, null);
        }
    }

    @Test
    @DisplayName("nobody goes while there is a place; those that we call have some of their own")
    void room() {
        assertThat(slots.maxInbound()).isEqualTo(40 - Slots.OUTBOUND);
        for (int i = 0; i < 40; i++) {
            seat("called " + i, "10.0.0." + i, true, true, null);
        }
        assertThat(slots.displacedBy("new", seats)).isNull();
        assertThat(slots.mayCall(39)).isTrue();
        assertThat(slots.mayCall(40)).isFalse();
    }

    @Test
    @DisplayName("one that has not said a word goes first, the one that has been silent longest")
    void silentFirst() {
        seat("old", "10.0.0.1", false, true, null);
        fillFrom("10.0.0.2", false);
        assertThat(slots.displacedBy("new", seats)).isEqualTo("10.0.0.2 0");
    }

    @Test
    @DisplayName("the latest from the busiest host goes, and never one that has been here longest or of use")
    void busiestHost() {
        for (int i = 0; i < Slots.PROTECTED_LONGEST; i++) {
            seat("first " + i, "10.0.0.9", false, true, null);
        }
        fillFrom("10.0.0.9", true);
        seats.remove(seats.size() - 1);
        seat("useful", "10.0.0.9", false, true, 7L);
        Object goes = slots.displacedBy("new", seats);
        assertThat(goes).isEqualTo("10.0.0.9 " + (slots.maxInbound() - Slots.PROTECTED_LONGEST - 2));

        seats.set(20, new Seat("alone", "10.0.0.1", false, true, 1_000, null));
        assertThat(slots.displacedBy("new", seats))
                .as("the only one from its host")
                .isEqualTo(goes);
    }

    @Test
    @DisplayName("it goes itself where all others are protected")
    void allProtected() {
        Slots few = new Slots(4);
        for (int i = 0; i < few.maxInbound(); i++) {
            seat("first " + i, "10.0.0.1", false, true, null);
        }
        assertThat(few.displacedBy("new", seats)).isEqualTo("new");
    }
}
