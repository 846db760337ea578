package ingchain.network;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("2.4")
@DisplayName("2.4 Greet with latestBlock")
class GreetTest {
    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;

    GreetTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
    }

    @Test
    @Order(1)
    @DisplayName("a peer that calls is greeted before it has said a word")
    void whoCalls() throws IOException {
        P2PNetwork network = network(P2PNetwork.GREETING);
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", listen(network));
        try {
            a.expectText(P2PNetwork.GREETING);
        } catch (CheckpointFailure failure) {
            transcript.suspect(mistake(network, a));
            throw failure;
        }
    }

    /** What it means that a peer that called was not greeted as it should be. */
    private String mistake(P2PNetwork network, ScriptedPeer caller) throws IOException {
        if (caller.hasHeard()) {
            return "not-its-own-greeting";
        }
        if (caller.seesEnd()) {
            return null; // who knows
        }
        caller.send("?");
        if (caller.hears(P2PNetwork.GREETING)) {
            return "waits-to-be-asked";
        }
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        network.connect(server.host(), server.port());
        return server.accept().hears(P2PNetwork.GREETING) ? "greets-one-side" : "not-greeted";
    }

    @Test
    @Order(2)
    @DisplayName("a peer that is dialled is greeted, too")
    void whoIsDialled() throws IOException {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        transcript.step("your network is told to connect to " + server.address());
        network(P2PNetwork.GREETING).connect(server.host(), server.port());
        transcript.suspect("greets-one-side");
        server.accept().expectText(P2PNetwork.GREETING);
    }

    @Test
    @Order(3)
    @DisplayName("the greeting is the one that the network was made with, as UTF-8")
    void ownGreeting() throws IOException {
        String greeting = "{\"type\":\"latestBlock\",\"payload\":{\"name\":\"잉체인\"}}";
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", listen(network(greeting)));
        transcript.suspect("not-its-own-greeting");
        a.expectText(greeting);
    }

    @Test
    @Order(4)
    @DisplayName("each peer is greeted once, and nothing else is said unasked")
    void once() throws IOException {
        P2PNetwork network = network(P2PNetwork.GREETING);
        int port = listen(network);
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", port);
        assertGreetedOnce(a);
        assertGreetedOnce(ScriptedPeer.dial(transcript, "peer B", port));
        ScriptedServer server = ScriptedServer.listen(transcript, "peer C");
        transcript.step("your network is told to connect to " + server.address());
        network.connect(server.host(), server.port());
        assertGreetedOnce(server.accept());
        transcript.suspect("greets-again");
        assertNothingBeforeTheAnswer(a);
    }

    private void assertGreetedOnce(ScriptedPeer peer) throws IOException {
        peer.expectText(P2PNetwork.GREETING);
        assertNothingBeforeTheAnswer(peer);
    }

    /** The answer comes after all that was said before: it proves that there was nothing. */
    private void assertNothingBeforeTheAnswer(ScriptedPeer peer) throws IOException {
        peer.send("?");
        peer.expectText("answer");
    }

    private P2PNetwork network(String greeting) {
        RecordingHandler answering = new RecordingHandler(transcript) {
            @Override
            public void received(Peer peer, byte[] data) {
                super.received(peer, data);
                try {
                    peer.send("answer");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        return cleanup.add(new P2PNetwork(answering, greeting, log));
    }

    private int listen(P2PNetwork network) throws IOException {
        int port = network.listen("127.0.0.1", 0);
        transcript.step("your network listens on port " + port + "; whatever it receives, it is made to answer");
        return port;
    }
}
