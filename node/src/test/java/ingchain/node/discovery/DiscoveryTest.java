package ingchain.node.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.node.limits.Rule;
import ingchain.node.message.GetPeers;
import ingchain.node.message.Peers;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nodes that find each other")
class DiscoveryTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private record Listening(Node node, HostPort address) {}

    private Listening node() throws Exception {
        Node node = Branch.node(Branch.ofHeight(1, 0), NodeSettings.DEFAULT.telling(event -> events.add(event.line())));
        open.add(node);
        return new Listening(node, new HostPort("127.0.0.1", node.listen("127.0.0.1", 0)));
    }

    private static void assertPeers(int count, Listening... nodes) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            for (Listening each : nodes) {
                assertThat(each.node().peers()).hasSize(count);
            }
        });
    }

    @Test
    @DisplayName("call a peer that they know of from another")
    void heardOf() throws Exception {
        Listening first = node();
        Listening second = node();
        Listening third = node();
        second.node().dial(first.address());
        assertPeers(1, first, second);
        third.node().dial(first.address());
        assertPeers(2, first, second, third);
    }

    @Test
    @DisplayName("have one connection, also where each calls the other at the same time")
    void eachOther() throws Exception {
        Listening one = node();
        Listening other = node();
        one.node().keepDialling(other.address());
        other.node().keepDialling(one.address());
        other.node().keepDialling(new HostPort("localhost", one.address().port()));
        assertPeers(1, one, other);
        Branch.mine(one.node());
        await().atMost(DEADLINE).until(() -> Branch.tip(other.node()).height() == 2);
        assertPeers(1, one, other);
    }

    @Test
    @DisplayName("notice that they have called themselves, and do not stay connected")
    void self() throws Exception {
        Listening alone = node();
        alone.node().keepDialling(alone.address());
        await().atMost(DEADLINE)
                .until(() -> events.stream()
                                .filter(line -> line.startsWith("event=closed"))
                                .count()
                        >= 2);
        assertThat(alone.node().peers()).isEmpty();
    }

    @Test
    @DisplayName("give up an address at which somebody takes each call and hangs up, after a few calls")
    void hangsUp() throws Exception {
        Listening node = node();
        AtomicInteger calls = new AtomicInteger();
        ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(rude);
        Thread hangingUp = new Thread(() -> hangUp(rude, calls), "hanging up");
        hangingUp.setDaemon(true);
        hangingUp.start();

        FellowPeer teller = new FellowPeer(node.address().port());
        open.add(teller);
        teller.hear(GetPeers.TYPE);
        teller.say(Peers.TYPE, new Peers(List.of("127.0.0.1:" + rude.getLocalPort())));
        await().atMost(DEADLINE).until(() -> calls.get() > 0);
        await().atMost(DEADLINE).until(() -> node.node().knownAddresses() == 0);
        assertThat(calls).hasValue(AddressBook.MAX_FAILURES);
    }

    private static void hangUp(ServerSocket rude, AtomicInteger calls) {
        try {
            while (true) {
                Socket call = rude.accept();
                calls.incrementAndGet();
                call.close();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    @DisplayName("answer a question for peers once, and drop who sends addresses that nobody asked for")
    void askedOnce() throws Exception {
        Listening node = node();
        FellowPeer curious = new FellowPeer(node.address().port());
        open.add(curious);
        curious.hear(GetPeers.TYPE);
        curious.say(GetPeers.TYPE, Map.of());
        curious.say(GetPeers.TYPE, Map.of());
        curious.hear(Peers.TYPE);
        assertThat(curious.heardUntilServed()).doesNotContain(Peers.TYPE);

        curious.say(Peers.TYPE, new Peers(List.of()));
        assertThat(curious.isServed()).as("it was asked").isTrue();
        curious.say(Peers.TYPE, new Peers(List.of()));
        assertThat(curious.isDropped()).isTrue();
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(events).anyMatch(line -> line.contains(Rule.ONLY_WHEN_ASKED.name())));
    }
}
