package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gate")
class GateTest {
    private final AtomicLong pending = new AtomicLong();
    private final Gate gate = new Gate(pending);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertOffence(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable passing) {
        assertThatThrownBy(passing)
                .isInstanceOfSatisfying(
                        Offence.class, offence -> assertThat(offence.rule()).isEqualTo(rule));
    }

    @Test
    @DisplayName("knows how much has begun and not ended, however it is cut, braces inside texts included")
    void pending() throws Exception {
        gate.pass(bytes("{\"a\":\"}}\\\"{\","));
        assertThat(pending).hasValue(13);
        gate.pass(bytes("\"b\":[1]}"));
        assertThat(pending).hasValue(0);
        gate.pass(bytes(" \n{}{\"x\":{}} {"));
        assertThat(pending).hasValue(1);
        assertThat(gate.messageMillis()).isGreaterThanOrEqualTo(0);
        gate.close();
        assertThat(pending).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    @DisplayName("refuses what is nested deeper than any message of ours, before it has ended")
    void nesting(String opening) throws Exception {
        gate.pass(bytes(opening.repeat(Gate.MAX_NESTING)));
        assertOffence(Rule.NESTING, () -> gate.pass(bytes(opening)));
    }

    @Test
    @DisplayName("lets a message of the greatest length pass, and refuses one that is a byte longer")
    void size() throws Exception {
        byte[] longest = bytes("{\"a\":\"" + "x".repeat(Gate.MAX_MESSAGE_BYTES - 8) + "\"}");
        gate.pass(longest);
        assertThat(pending).hasValue(0);
        byte[] longer = bytes("{\"a\":\"" + "x".repeat(Gate.MAX_MESSAGE_BYTES - 7) + "\"}");
        assertOffence(Rule.MESSAGE_SIZE, () -> gate.pass(longer));
    }

    @Test
    @DisplayName("refuses a message of far more parts than its length has room for, before it has ended")
    void elements() throws Exception {
        gate.pass(bytes("{\"a\":[" + "0,".repeat(Gate.FREE_ELEMENTS - 2)));
        assertOffence(Rule.ELEMENTS, () -> gate.pass(bytes("0,".repeat(Gate.FREE_ELEMENTS))));
        Gate other = new Gate(pending);
        other.pass(bytes("{\"a\":[" + "\"0123456789abcd\",".repeat(100_000)));
    }

    @Test
    @DisplayName("does not owe anything after an offence, or room would grow with each")
    void offencesLeaveNothing() throws Exception {
        gate.pass(bytes("{"));
        assertOffence(Rule.NESTING, () -> gate.pass(bytes("[".repeat(Gate.MAX_NESTING))));
        gate.close();
        assertThat(pending).hasValue(0);
    }

    @Test
    @DisplayName("has room for so many half messages on all connections, and always for short ones")
    void room() throws Exception {
        pending.set(Gate.MAX_PENDING_BYTES);
        gate.pass(bytes("{\"a\":\"" + "x".repeat(1_000)));
        Gate other = new Gate(pending);
        assertOffence(Rule.ROOM, () -> other.pass(bytes("{\"a\":\"" + "x".repeat(100_000))));
    }

    @Test
    @DisplayName("has a peer wait that sends more than its share of messages, and one that was asked for less")
    void rates() throws Exception {
        assertThat(gate.pass(bytes("{}".repeat(Gate.MESSAGE_BURST)))).isZero();
        assertThat(gate.pass(bytes("{}".repeat(Gate.MESSAGES_PER_SECOND)))).isPositive();

        Gate flooded = new Gate(pending);
        byte[] burst = bytes(" ".repeat(Gate.BYTE_BURST));
        flooded.pass(burst);
        assertThat(flooded.pass(bytes(" ".repeat(Gate.BYTES_PER_SECOND)))).isPositive();

        Gate asked = new Gate(pending);
        asked.expectAnswer();
        asked.pass(burst);
        assertThat(asked.pass(bytes(" ".repeat(Gate.BYTES_PER_SECOND)))).isZero();
    }
}
