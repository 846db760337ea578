package ingchain.node.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event")
class EventTest {
    @Test
    @DisplayName("is one line of fields")
    void line() {
        assertThat(Event.of("tip", "height", 4, "hash", "ab").line()).isEqualTo("event=tip height=4 hash=ab");
        assertThat(Event.of("connected", "peer", "[::1]:8555").line()).isEqualTo("event=connected peer=[::1]:8555");
    }

    @Test
    @DisplayName("stays one line of its own fields, whatever a peer has sent")
    void hostile() {
        String line = Event.of("offence", "detail", "a\nevent=tip \"height\"=\u001b[31m9\\")
                .line();
        assertThat(line).isEqualTo("event=offence detail=\"a?event=tip \\\"height\\\"=?[31m9\\\\\"");
        assertThat(Event.of("offence", "detail", "x".repeat(10_000)).line()).hasSizeLessThan(400);
    }
}
