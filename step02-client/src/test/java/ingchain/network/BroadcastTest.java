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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.6")
@DisplayName("2.6 Broadcast")
class BroadcastTest {
    private static final String TAKES_TIME = "this takes time";
    private static final int MEBIBYTE = 1024 * 1024;

    /** More than the system keeps for a peer that does not read, and fewer than a network has to. */
    private static final int LONG_ONES = 12;

    private static final String NEWS = "{\"type\":\"allBlock\",\"payload\":{\"height\":2}}";

    private final Transcript transcript;
    private final CapturedLog log;
    private final RecordingHandler handler;
    private final P2PNetwork network;
    private final Set<String> dead = ConcurrentHashMap.newKeySet();
    private final CountDownLatch workDone = new CountDownLatch(1);
    private volatile boolean working;
    private int port;

    BroadcastTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.log = log;
        this.handler = new RecordingHandler(transcript) {
            @Override
            public Peer opened(Peer peer) {
                return new MortalPeer(super.opened(peer));
            }

            @Override
            public void received(Peer peer, byte[] data) {
                super.received(peer, data);
                if (new String(bytesFrom(peer.address()), StandardCharsets.UTF_8).equals(TAKES_TIME)) {
                    working = true;
                    awaitUninterruptibly(workDone);
                }
            }
        };
        cleanup.add(workDone::countDown);
        this.network = cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port);
    }

    @Test
    @Order(1)
    @DisplayName("a broadcast without any peer is sent to nobody, and that is no error")
    void nobody() {
        broadcast(NEWS);
    }

    @Test
    @Order(2)
    @DisplayName("every peer hears a broadcast once, whoever dialled")
    void everyPeer() throws IOException {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        ScriptedServer server = ScriptedServer.listen(transcript, "peer C");
        transcript.step("your network is told to connect to " + server.address());
        network.connect(server.host(), server.port());
        ScriptedPeer c = server.accept();
        c.expectText(P2PNetwork.GREETING);
        broadcast(NEWS);
        broadcast("{\"type\":\"latestBlock\"}");
        transcript.suspect("not-everyone-told");
        for (ScriptedPeer peer : new ScriptedPeer[] {a, b, c}) {
            peer.expectText(NEWS + "{\"type\":\"latestBlock\"}");
        }
    }

    @Test
    @Order(3)
    @DisplayName("where sending to one peer fails, the others hear it all the same")
    void deadPeers() throws IOException {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        ScriptedPeer c = dial("peer C");
        ScriptedPeer d = dial("peer D");
        ScriptedPeer e = dial("peer E");
        dies(a);
        dies(c);
        transcript.suspect("dead-peer-stops-broadcast");
        broadcast(NEWS);
        try {
            b.expectText(NEWS);
            d.expectText(NEWS);
            e.expectText(NEWS);
        } catch (CheckpointFailure failure) {
            transcript.suspect(mistake(b, e));
            throw failure;
        }
    }

    /** What it means that one of these has not heard the news, though only others were dead. */
    private String mistake(ScriptedPeer first, ScriptedPeer last) throws IOException {
        if (first.seesEnd()) {
            return "closes-everyone";
        }
        boolean wentOn = log.lines().stream().filter(line -> line.startsWith("[!]")).count() > 1;
        return wentOn || last.hears(NEWS) ? "skips-a-peer" : "dead-peer-stops-broadcast";
    }

    @Test
    @Order(4)
    @DisplayName("a peer to which sending failed is closed, and then off the list; the log has a line of it")
    void deadPeerIsClosed() throws Exception {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        dies(a);
        broadcast(NEWS);
        boolean isOtherLine = log.lines().stream().anyMatch(line -> !line.startsWith("[+]") && !line.startsWith("[-]"));
        transcript.suspect(isOtherLine ? "wrong-log-line" : "swallowed-failure");
        log.expectLine("[!]");
        transcript.suspect("dead-peer-left-open");
        a.expectClosed();
        transcript.awaitEquals("the addresses of peers()", List.of(b.address()), this::addresses);
        transcript.suspect("taken-off-without-a-word");
        log.expectLine("[-] Connection from " + a.address() + " closed");
        transcript.awaitEquals("the peers whose end was told", List.of(a.address()), handler::closed);
        transcript.suspect(null);
        broadcast("{\"type\":\"latestBlock\"}");
        b.expectText(NEWS + "{\"type\":\"latestBlock\"}");
    }

    @Test
    @Order(5)
    @DisplayName("the end of a peer to which sending failed is told when what it said before has been dealt with")
    void endIsToldLast() throws Exception {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        a.send(TAKES_TIME);
        transcript.await("the handler is at work on what peer A said", () -> working);
        dies(a);
        broadcast(NEWS);
        b.expectText(NEWS);
        transcript.suspect("told-too-early");
        assertThat(handler.closed())
                .as("the peers whose end was told while the handler was still at work on what peer A said")
                .isEmpty();
        transcript.suspect(null);
        workDone.countDown();
        transcript.awaitEquals("the peers whose end was told", List.of(a.address()), handler::closed);
    }

    @Test
    @Order(6)
    @DisplayName("a peer that does not read keeps nobody waiting")
    void slowPeer() throws IOException {
        dial("peer A");
        ScriptedPeer b = dial("peer B");
        String longOne = NEWS.replace("2", "2".repeat(MEBIBYTE));
        transcript.step("your network broadcasts " + LONG_ONES + " messages of 1 MiB; peer A reads none of them");
        transcript.suspect("slow-peer-blocks");
        for (int i = 0; i < LONG_ONES; i++) {
            network.broadcast(longOne);
        }
        for (int i = 0; i < LONG_ONES; i++) {
            b.expectText(longOne);
        }
    }

    @Test
    @Order(7)
    @DisplayName("a peer that resets the connection does not keep the others from hearing it")
    void reset() throws IOException {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        a.reset();
        broadcast(NEWS);
        b.expectText(NEWS);
        broadcast("{\"type\":\"latestBlock\"}");
        b.expectText("{\"type\":\"latestBlock\"}");
    }

    @Test
    @Order(8)
    @DisplayName("after a broadcast the peers are still there")
    void peersStay() throws Exception {
        ScriptedPeer a = dial("peer A");
        ScriptedPeer b = dial("peer B");
        for (String news : new String[] {"{\"type\":\"one\"}", "{\"type\":\"two\"}", "{\"type\":\"three\"}"}) {
            broadcast(news);
            a.expectText(news);
            b.expectText(news);
        }
        transcript.awaitEquals("the number of peers()", 2, () -> network.peers().size());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // The handler is at work until the checkpoint says that it is done.
            }
        }
    }

    private void broadcast(String message) {
        transcript.step("your network broadcasts", message.getBytes());
        network.broadcast(message);
    }

    private List<String> addresses() {
        return network.peers().stream().map(Peer::address).toList();
    }

    private void dies(ScriptedPeer peer) {
        transcript.step("from now on, sending to " + peer.address() + " fails");
        dead.add(peer.address());
    }

    private ScriptedPeer dial(String name) throws IOException {
        ScriptedPeer peer = ScriptedPeer.dial(transcript, name, port);
        peer.expectText(P2PNetwork.GREETING);
        return peer;
    }

    /** A peer to which sending fails from the moment that a checkpoint says so. */
    private final class MortalPeer implements Peer {
        private final Peer peer;

        MortalPeer(Peer peer) {
            this.peer = peer;
        }

        @Override
        public String address() {
            return peer.address();
        }

        @Override
        public void send(String message) throws IOException {
            if (dead.contains(address())) {
                throw new IOException("the connection with " + address() + " is broken");
            }
            peer.send(message);
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
