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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.5")
@DisplayName("2.5 Forget a peer exactly once")
class ForgetTest {
    private static final String BUG = "bug!";
    private static final int PATIENCE_MILLIS = 2_000;

    private final Transcript transcript;
    private final CapturedLog log;
    private final RecordingHandler handler;
    private final P2PNetwork network;
    private final CountDownLatch lookedFor = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile String slow;
    private int port;

    ForgetTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.log = log;
        this.handler = new RecordingHandler(transcript) {
            @Override
            public Peer opened(Peer peer) {
                return new MeetingPeer(super.opened(peer));
            }

            @Override
            public void closed(Peer peer) {
                super.closed(peer);
                gone.countDown();
            }

            @Override
            public void received(Peer peer, byte[] data) {
                super.received(peer, data);
                if (new String(bytesFrom(peer.address())).equals(BUG)) {
                    throw new IllegalStateException("the handler has a bug");
                }
            }
        };
        this.network = cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port + ", with a handler that throws at " + BUG);
    }

    @Test
    @Order(1)
    @DisplayName("a peer that ends the connection is taken off the list, logged with [-] and told of, once each")
    void orderlyEnd() throws Exception {
        ScriptedPeer a = dial("peer A");
        a.finishSending();
        assertForgottenOnce(a.address());
        transcript.suspect("end-is-no-trouble");
        log.expectNo("[!]");
    }

    @Test
    @Order(2)
    @DisplayName("a peer that resets the connection is forgotten like one that ends it")
    void reset() throws Exception {
        ScriptedPeer a = dial("peer A");
        a.reset();
        assertForgottenOnce(a.address(), "forgets-orderly-ends-only");
    }

    @Test
    @Order(3)
    @DisplayName("a peer whose bytes made the handler throw is forgotten, too")
    void handlerThrows() throws Exception {
        ScriptedPeer a = dial("peer A");
        a.send(BUG);
        assertForgottenOnce(a.address(), "forgets-orderly-ends-only");
    }

    @Test
    @Order(4)
    @DisplayName("a peer that we close ourselves, even twice, is forgotten once")
    void closedByUs() throws Exception {
        ScriptedPeer a = dial("peer A");
        transcript.step("your network's peer is closed, twice");
        Peer peer = network.peers().get(0);
        peer.close();
        peer.close();
        assertForgottenOnce(a.address());
    }

    @Test
    @Order(5)
    @DisplayName("a peer that was dialled is forgotten like one that has called")
    void dialled() throws Exception {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        transcript.step("your network is told to connect to " + server.address());
        network.connect(server.host(), server.port());
        ScriptedPeer b = server.accept();
        b.expectText(P2PNetwork.GREETING);
        b.finishSending();
        assertForgottenOnce(server.address());
    }

    @Test
    @Order(6)
    @DisplayName("the peers that stay are not forgotten")
    void othersStay() throws Exception {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        ScriptedPeer c = dial("peer C");
        b.finishSending();
        assertForgottenOnce(b.address());
        transcript.suspect("forgets-others");
        assertThat(network.peers())
                .as("peers() after peer B has gone")
                .extracting(Peer::address)
                .containsExactlyInAnyOrder(a.address(), c.address());
    }

    @Test
    @Order(7)
    @DisplayName("of two connections with the same place, only the one that has ended is forgotten")
    void theOtherOfOneAddress() throws Exception {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        List<ScriptedPeer> connections = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            transcript.step("your network is told to connect to " + server.address());
            network.connect(server.host(), server.port());
            connections.add(server.accept());
            connections.get(i - 1).expectText(P2PNetwork.GREETING);
        }
        transcript.awaitEquals("the number of peers()", 2, () -> network.peers().size());
        connections.get(0).finishSending();
        log.expectLine("[-] Connection from " + server.address() + " closed");
        transcript.await("the end of one was told", () -> !handler.closed().isEmpty());
        transcript.suspect("forgets-others");
        assertThat(network.peers()).as("peers() after one of the two has ended").hasSize(1);
    }

    @Test
    @Order(8)
    @DisplayName("two peers that leave at the same moment take nobody else along")
    void atTheSameMoment() throws Exception {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        ScriptedPeer c = dial("peer C");
        ScriptedPeer d = dial("peer D");
        slow = c.address();
        transcript.step("whoever looks for peer C in a list is held up until peer A has gone");
        c.finishSending();
        lookedFor.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        a.finishSending();
        log.expectLine("[-] Connection from " + a.address() + " closed");
        log.expectLine("[-] Connection from " + c.address() + " closed");
        Set<String> stayed = Set.of(b.address(), d.address());
        transcript.suspect("removes-the-wrong-one");
        transcript.awaitEquals("the addresses of peers()", stayed, this::addresses);
    }

    private void assertForgottenOnce(String address) throws Exception {
        assertForgottenOnce(address, "not-forgotten");
    }

    /** @param ifKept the mistake that it would be if the peer were not forgotten at all */
    private void assertForgottenOnce(String address, String ifKept) throws Exception {
        String line = "[-] Connection from " + address + " closed";
        try {
            log.expectLine(line);
        } catch (CheckpointFailure failure) {
            String unlogged = log.lines("[-]").isEmpty() ? "end-not-logged" : "wrong-log-line";
            transcript.suspect(isHeld(address) ? ifKept : unlogged);
            throw failure;
        }
        transcript.suspect(ifKept);
        transcript.await("peers() no longer holds " + address, () -> !isHeld(address));
        transcript.suspect("end-not-told");
        transcript.await("the end of " + address + " was told", () -> handler.closed()
                .contains(address));
        transcript.suspect(null);
        // One more peer that comes and goes: what was still to be told of the first one has been told by then.
        ScriptedPeer last = dial("one more peer");
        last.finishSending();
        log.expectLine("[-] Connection from " + last.address() + " closed");
        transcript.suspect("forgotten-twice");
        log.expectNoSecond(line);
        assertThat(handler.closed()).as("the peers whose end was told").containsOnlyOnce(address);
        transcript.suspect(null);
    }

    private Set<String> addresses() {
        return network.peers().stream().map(Peer::address).collect(Collectors.toSet());
    }

    private boolean isHeld(String address) {
        return addresses().contains(address);
    }

    private ScriptedPeer dial(String name) throws Exception {
        ScriptedPeer peer = ScriptedPeer.dial(transcript, name, port);
        peer.expectText(P2PNetwork.GREETING);
        transcript.await("peers() holds " + name, () -> isHeld(peer.address()));
        return peer;
    }

    /**
     * A peer that can make two threads meet in a list of peers: one that has found it there waits until another has
     * taken peer A off. A list that many threads may use minds that; another one takes off whoever has moved to that
     * place.
     */
    private final class MeetingPeer implements Peer {
        private final Peer peer;

        MeetingPeer(Peer peer) {
            this.peer = peer;
        }

        @Override
        public boolean equals(Object other) {
            if (other == this && address().equals(slow) && lookedFor.getCount() > 0) {
                lookedFor.countDown();
                awaitGone();
            }
            return other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        private void awaitGone() {
            try {
                // Where a lock keeps the other one out, as it may well do, this is waited for in vain.
                gone.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String address() {
            return peer.address();
        }

        @Override
        public void send(String message) throws IOException {
            peer.send(message);
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
