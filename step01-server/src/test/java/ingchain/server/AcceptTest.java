package ingchain.server;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.2")
@DisplayName("1.2 Accept, each connection on its own thread")
class AcceptTest {
    private static final int MANY = 100;

    /** Fewer than a system lets wait to be accepted. */
    private static final int BACKLOG = 20;

    private final Transcript transcript;
    private final PeerServer server;
    private int port;

    AcceptTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.server = cleanup.add(new PeerServer(AcceptTest::echo, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = server.listen("127.0.0.1", 0);
        transcript.step("your server listens on port " + port + ", with a handler that sends back what it receives");
    }

    @Test
    @Order(1)
    @DisplayName("a peer that connects is handed to the handler")
    void onePeer() throws IOException {
        ScriptedPeer a = dial("peer A");
        a.send("hello");
        a.expectText("hello");
    }

    @Test
    @Order(2)
    @DisplayName("after one peer comes the next, and the next")
    void oneAfterTheOther() throws IOException {
        for (String name : List.of("peer A", "peer B", "peer C")) {
            try (ScriptedPeer peer = dial(name)) {
                peer.send(name);
                peer.expectText(name);
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("a peer that says nothing does not keep the next one waiting")
    void silentPeer() throws IOException {
        ScriptedPeer silent = dial("peer A");
        ScriptedPeer b = dial("peer B");
        b.send("hello from B");
        b.expectText("hello from B");
        silent.send("at last, A");
        silent.expectText("at last, A");
    }

    @Test
    @Order(4)
    @DisplayName("peers that are connected at the same time each have their own conversation")
    void ownConversation() throws IOException {
        List<ScriptedPeer> peers = List.of(dial("peer A"), dial("peer B"), dial("peer C"));
        for (int i = peers.size() - 1; i >= 0; i--) {
            peers.get(i).send("first word of " + i);
        }
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).expectText("first word of " + i);
            peers.get(i).send("second word of " + i);
        }
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).expectText("second word of " + i);
        }
    }

    @Test
    @Order(5)
    @DisplayName(MANY + " silent peers do not keep the next one waiting")
    void manySilentPeers() throws IOException {
        transcript.step(MANY + " peers connect, and at most say one word");
        Transcript aside = transcript.aside();
        for (int i = 1; i <= MANY; i++) {
            ScriptedPeer peer = ScriptedPeer.dial(aside, "silent peer " + i, port);
            if (i % BACKLOG == 0) {
                peer.send("hello"); // and so sees to it that those before it are accepted, too
                peer.expectText("hello");
            }
        }
        ScriptedPeer b = dial("peer B");
        b.send("hello");
        b.expectText("hello");
    }

    private ScriptedPeer dial(String name) throws IOException {
        return ScriptedPeer.dial(transcript, name, port);
    }

    private static void echo(Socket connection) throws IOException {
        connection.getInputStream().transferTo(connection.getOutputStream());
    }
}
