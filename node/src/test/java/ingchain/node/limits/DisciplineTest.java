package ingchain.node.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.network.Peer;
import ingchain.node.event.Events;
import ingchain.program.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who breaks a rule")
class DisciplineTest {
    private final AtomicLong millis = new AtomicLong(1_000);
    private final List<String> log = new ArrayList<>();
    private final Events events = new Events();
    private final Discipline discipline = new Discipline(millis::get, events);

    DisciplineTest() {
        events.subscribe(event -> log.add(event.line()));
    }

    private static final class At implements Peer {
        private final String address;
        private boolean closed;

        At(String address) {
            this.address = address;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void send(String message) {}

        @Override
        public void close() {
            closed = true;
        }
    }

    private At drop(String address, Rule rule) {
        At peer = new At(address);
        discipline.drop(peer, new Offence(rule, "as it did"));
        return peer;
    }

    private boolean keepsOut(String address) {
        return discipline.keepsOut(HostPort.parse(address));
    }

    @Test
    @DisplayName("is dropped, and the log says which rule")
    void dropped() {
        assertThat(drop("192.0.2.1:5", Rule.NESTING).closed).isTrue();
        assertThat(log).containsExactly("event=offence peer=192.0.2.1:5 rule=NESTING detail=\"as it did\"");
        assertThat(discipline.counts()).containsOnlyKeys(Rule.NESTING).containsEntry(Rule.NESTING, 1L);
    }

    @Test
    @DisplayName("is kept out with its host, whatever port it comes from, for a while")
    void keptOut() {
        drop("192.0.2.1:5", Rule.NESTING);
        assertThat(keepsOut("192.0.2.1:77")).isTrue();
        assertThat(keepsOut("192.0.2.2:5")).isFalse();
        millis.addAndGet(Discipline.KEPT_OUT_MILLIS);
        assertThat(keepsOut("192.0.2.1:77")).isFalse();
    }

    @Test
    @DisplayName("on this machine is kept out with its port, because 127.0.0.1 is everybody's")
    void loopback() {
        drop("127.0.0.1:5", Rule.NESTING);
        assertThat(keepsOut("127.0.0.1:5")).isTrue();
        assertThat(keepsOut("127.0.0.1:6")).isFalse();
    }

    @Test
    @DisplayName("is not kept out where it may merely have lost its line")
    void lostLine() {
        assertThat(drop("192.0.2.1:5", Rule.IDLE).closed).isTrue();
        assertThat(keepsOut("192.0.2.1:5")).isFalse();
    }

    @Test
    @DisplayName("does not fill our memory, however many addresses it has")
    void bounded() {
        for (int i = 0; i <= Discipline.MAX_KEPT_OUT; i++) {
            drop("10.0." + i / 250 + "." + i % 250 + ":1", Rule.NESTING);
        }
        assertThat(keepsOut("10.0.0.0:1")).as("the oldest").isFalse();
        assertThat(keepsOut("10.0.0.1:1")).isTrue();
    }
}
