package ingchain.network;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.2")
@DisplayName("2.2 Remember peers")
class PeersTest {
    private static final int MANY = 40;

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;
    private P2PNetwork network;

    PeersTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
    }

    @Test
    @Order(1)
    @DisplayName("peers() is empty before anyone has come")
    void nobodyYet() throws IOException {
        listen(new RecordingHandler(transcript));
        assertThat(network.peers()).as("peers()").isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("peers() holds who has called and who was dialled")
    void bothDirections() throws Exception {
        int port = listen(new RecordingHandler(transcript));
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        awaitPeers(a.address());
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        transcript.step("your network is told to connect to " + b.address());
        network.connect(b.host(), b.port());
        b.accept();
        awaitPeers(a.address(), b.address());
    }

    @Test
    @Order(3)
    @DisplayName("the list that peers() returned does not change when the next peer comes")
    void isACopy() throws Exception {
        int port = listen(new RecordingHandler(transcript));
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        awaitPeers(a.address());
        List<Peer> before = network.peers();
        ScriptedPeer b = ScriptedPeer.dial(transcript, "peer B", port);
        awaitPeers(a.address(), b.address());
        transcript.suspect("live-list");
        assertThat(before)
                .as("what peers() returned when peer A was alone")
                .extracting(Peer::address)
                .containsExactly(a.address());
    }

    @Test
    @Order(4)
    @DisplayName("whoever clears the list that peers() returned does not make the network forget its peers")
    void isNotTheNetworksOwn() throws Exception {
        int port = listen(new RecordingHandler(transcript));
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        awaitPeers(a.address());
        try {
            transcript.step("the list that peers() returned is cleared");
            network.peers().clear();
        } catch (UnsupportedOperationException e) {
            transcript.step("it cannot be changed, which is just as good");
        }
        transcript.suspect("hands-out-its-own");
        assertThat(addresses()).as("the addresses of peers() afterwards").containsExactly(a.address());
    }

    @Test
    @Order(5)
    @DisplayName("two connections with the same place are two peers")
    void twoOfOneAddress() throws Exception {
        listen(new RecordingHandler(transcript));
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        for (int i = 1; i <= 2; i++) {
            transcript.step("your network is told to connect to " + b.address());
            network.connect(b.host(), b.port());
            b.accept();
        }
        awaitPeers(b.address(), b.address());
    }

    @Test
    @Order(6)
    @DisplayName(MANY + " peers that come at the same moment are all remembered")
    void atTheSameMoment() throws Exception {
        // The log is told of each peer just before it is remembered: there they wait for each other.
        AtomicInteger missing = new AtomicInteger(MANY);
        cleanup.add(() -> missing.set(0));
        network = cleanup.add(new P2PNetwork((peer, data) -> {}, P2PNetwork.GREETING, line -> {
            if (line.startsWith("[+]")) {
                missing.decrementAndGet();
                while (missing.get() > 0) {
                    Thread.yield();
                }
            } else {
                log.accept(line);
            }
        }));
        int port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port + "; " + MANY
                + " peers connect, and their threads go on when all are there");
        Transcript aside = transcript.aside();
        List<ScriptedPeer> peers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            peers.add(ScriptedPeer.dial(aside, "peer " + i, port));
        }
        transcript.suspect("loses-peers");
        transcript.awaitEquals("the number of peers()", MANY, () -> network.peers().size());
        assertThat(network.peers())
                .as("peers()")
                .extracting(Peer::address)
                .containsExactlyInAnyOrderElementsOf(
                        peers.stream().map(ScriptedPeer::address).toList());
    }

    private int listen(PeerHandler handler) throws IOException {
        network = cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, log));
        int port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port);
        return port;
    }

    private void awaitPeers(String... addresses) throws Exception {
        List<String> expected = Stream.of(addresses).sorted().toList();
        try {
            transcript.awaitEquals("the addresses of peers()", expected, this::addresses);
        } catch (CheckpointFailure others) {
            transcript.suspect(mistake(expected.size(), addresses().size()));
            throw others;
        }
    }

    /** What it means when peers() holds more or fewer than it should; the first one has been seen before. */
    private static String mistake(int expected, int actual) {
        if (actual > expected) {
            return "remembered-twice";
        }
        return actual == 0 ? "not-remembered" : "peers-displace-each-other";
    }

    private List<String> addresses() {
        try {
            return network.peers().stream().map(Peer::address).sorted().toList();
        } catch (ConcurrentModificationException e) {
            throw CheckpointFailure.because(
                    "live-list", "the list that peers() returned changed while somebody went through it");
        }
    }
}
