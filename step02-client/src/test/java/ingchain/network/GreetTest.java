package ingchain.network;

import ingchain.checkpoint.CapturedLog;
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
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", listen(network(P2PNetwork.GREETING)));
        a.expectText(P2PNetwork.GREETING);
    }

    @Test
    @Order(2)
    @DisplayName("a peer that is dialled is greeted, too")
    void whoIsDialled() throws IOException {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        transcript.step("your network is told to connect to " + server.address());
        network(P2PNetwork.GREETING).connect(server.host(), server.port());
        server.accept().expectText(P2PNetwork.GREETING);
    }

    @Test
    @Order(3)
    @DisplayName("the greeting is the one that the network was made with, as UTF-8")
    void ownGreeting() throws IOException {
        String greeting = "{\"type\":\"latestBlock\",\"payload\":{\"name\":\"잉체인\"}}";
        ScriptedPeer a = ScriptedPeer.dial(transcript, "peer A", listen(network(greeting)));
        a.expectText(greeting);
    }

    @Test
    @Order(4)
    @DisplayName("each peer is greeted once, and nothing else is said unasked")
    void once() throws IOException {
        int port = listen(network(P2PNetwork.GREETING));
        for (String name : new String[] {"peer A", "peer B"}) {
            ScriptedPeer peer = ScriptedPeer.dial(transcript, name, port);
            peer.expectText(P2PNetwork.GREETING);
            // The answer comes after all that was said before: it proves that there was nothing.
            peer.send("?");
            peer.expectText("answer");
        }
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
