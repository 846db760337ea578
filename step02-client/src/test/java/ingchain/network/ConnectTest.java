package ingchain.network;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.StartedThreads;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.1")
@DisplayName("2.1 Dial, and treat both directions alike")
class ConnectTest {
    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;
    private final RecordingHandler handler;

    ConnectTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
        this.handler = new RecordingHandler(transcript);
    }

    @Test
    @Order(1)
    @DisplayName("connect() reaches a peer that listens")
    void reachesAPeer() throws IOException {
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        transcript.suspect("serves-on-callers-thread");
        connect(network(handler), b);
        transcript.suspect(null);
        b.accept();
    }

    @Test
    @Order(2)
    @DisplayName("a peer that was dialled is told of and logged like one that has called")
    void treatedAlike() throws Exception {
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        connect(network(handler), b);
        b.accept();
        transcript.suspect("dialled-not-served");
        log.expectLine("[+] New Connection from " + b.address());
        transcript.awaitEquals("the peers told of", List.of(b.address()), handler::opened);
    }

    @Test
    @Order(3)
    @DisplayName("connect() returns while the conversation goes on")
    void returns() throws IOException {
        CountDownLatch ending = new CountDownLatch(1);
        cleanup.add(ending::countDown);
        P2PNetwork network = network(talkingUntil(ending));
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        ScriptedServer c = ScriptedServer.listen(transcript, "peer C");
        connect(network, b);
        connect(network, c);
        b.accept();
        c.accept();
    }

    @Test
    @Order(4)
    @DisplayName("where nobody listens, the error names host and port")
    void nobodyListens() throws Exception {
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        b.close();
        assertUnreachable(network(handler), b, "unreachable-not-told");
    }

    @Test
    @Order(5)
    @DisplayName("where no answer comes, connect() gives up in time, and the error names host and port")
    void noAnswer() throws Exception {
        P2PNetwork impatient = cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, 30, log));
        assertUnreachable(impatient, ScriptedServer.listenDeaf(transcript, "peer B"), "connect-waits-too-long");
    }

    @Test
    @Order(6)
    @DisplayName("a conversation does not keep the program from ending: its thread is a daemon")
    void daemon() throws Exception {
        StartedThreads threads = StartedThreads.fromNowOn();
        P2PNetwork network = network(handler);
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        FutureTask<Void> call = new FutureTask<>(() -> {
            connect(network, b);
            return null;
        });
        Thread main = new Thread(call, "a program's main thread");
        main.setDaemon(false); // new threads take after the one that starts them
        main.start();
        call.get();
        main.join();
        transcript.awaitEquals("the peers told of", List.of(b.address()), handler::opened);
        transcript.suspect("keeps-program-alive");
        assertThat(threads.alive().stream().filter(thread -> !thread.isDaemon()).map(Thread::getName))
                .as("the names of the threads of this connection that would keep the program alive")
                .isEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("a conversation that fails is logged and its connection closed, though it was us who dialled")
    void failsAlike() throws Exception {
        P2PNetwork network = network(new RecordingHandler(transcript) {
            @Override
            public Peer opened(Peer peer) {
                super.opened(peer);
                throw new IllegalStateException("the handler has a bug");
            }
        });
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        transcript.suspect("dialled-past-server");
        connect(network, b);
        b.accept().expectClosed();
        log.expectLine("[!]");
    }

    @Test
    @Order(8)
    @DisplayName("close() ends the connections that were dialled, too")
    void closedAlike() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        cleanup.add(ending::countDown);
        RecordingHandler talking = talkingUntil(ending);
        P2PNetwork network = network(talking);
        ScriptedServer b = ScriptedServer.listen(transcript, "peer B");
        connect(network, b);
        ScriptedPeer peer = b.accept();
        transcript.awaitEquals("the peers told of", List.of(b.address()), talking::opened);
        transcript.step("close() is called");
        network.close();
        transcript.suspect("dialled-past-server");
        peer.expectClosed();
    }

    /** A handler whose conversations go on until this is counted down. */
    private RecordingHandler talkingUntil(CountDownLatch ending) {
        return new RecordingHandler(transcript) {
            @Override
            public Peer opened(Peer peer) {
                super.opened(peer);
                awaitUninterruptibly(ending);
                return peer;
            }
        };
    }

    /** @param mistake what it would be if connect() did not throw, or not in time */
    private void assertUnreachable(P2PNetwork network, ScriptedServer server, String mistake) throws Exception {
        transcript.suspect(mistake);
        IOException thrown = transcript.expectThrows(IOException.class, "connect()", () -> {
            connect(network, server);
            return null;
        });
        transcript.suspect("address-not-named");
        assertThat(thrown.getMessage())
                .as("the message of what connect() throws")
                .contains(server.host())
                .contains(String.valueOf(server.port()));
    }

    private P2PNetwork network(PeerHandler handler) {
        return cleanup.add(new P2PNetwork(handler, P2PNetwork.GREETING, log));
    }

    private void connect(P2PNetwork network, ScriptedServer server) throws IOException {
        transcript.step("your network is told to connect to " + server.address());
        network.connect(server.host(), server.port());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // The conversation ends when the checkpoint does, not before.
            }
        }
    }
}
