package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scripted peer")
class ScriptedPeerTest {
    private final Transcript transcript = new Transcript();
    private ServerSocket listening;
    private ScriptedPeer peer;
    private Socket other;

    @BeforeEach
    void connect() throws IOException {
        listening = transcript.cleanup().add(new ServerSocket(0));
        peer = ScriptedPeer.dial(transcript, "peer A", listening.getLocalPort());
        other = transcript.cleanup().add(listening.accept());
    }

    @AfterEach
    void close() {
        transcript.cleanup().run();
    }

    @Test
    @DisplayName("sends text, single bytes and pieces, all of them in order")
    void sends() throws IOException {
        peer.send("he");
        peer.sendByteByByte("ll");
        peer.sendInPieces(List.of(bytes("o "), bytes("peer")));
        peer.finishSending();
        assertThat(other.getInputStream().readAllBytes()).asString().isEqualTo("hello peer");
        assertThat(transcript.lines())
                .endsWith(
                        "2. peer A sends \"he\"",
                        "3. peer A sends \"ll\", one byte at a time",
                        "4. peer A sends in 2 pieces [\"o \", \"peer\"]",
                        "5. peer A ends its side of the connection");
        assertThat(peer.address()).isEqualTo("127.0.0.1:" + other.getPort());
    }

    @Test
    @DisplayName("receives what it expects, however it is cut, and leaves the rest for later")
    void receives() throws IOException {
        answer("hel");
        answer("lo, peer");
        peer.expectText("hello");
        peer.expectText(", peer");
        assertThat(transcript.lines()).endsWith("2. peer A receives \"hello\"", "3. peer A receives \", peer\"");
    }

    @Test
    @DisplayName("fails at once where something else comes, something too early or the end")
    void receivesSomethingElse() throws IOException {
        answer("HELLO");
        assertThatThrownBy(() -> peer.expectText("hello"))
                .isInstanceOf(CheckpointFailure.class)
                .hasMessage("peer A expected \"hello\", but received \"HELLO\"\nHELLO\n^");
        other.close();
        assertThatThrownBy(() -> peer.expectText("HELLO!"))
                .hasMessage("peer A expected \"HELLO!\", but the connection was closed, after \"HELLO\"");
    }

    @Test
    @DisplayName("takes messages off the stream one by one, though nothing stands between them")
    void messages() throws IOException {
        answer("{\"type\":\"a\",\"payload\":{\"text\":\"}\\\"{\"}}{\"type\":\"b\",\"payl");
        assertThat(peer.nextMessage().get("type").getAsString()).isEqualTo("a");
        answer("oad\":[]}");
        assertThat(peer.expectMessage("b").getAsJsonArray("payload")).isEmpty();
        answer("{\"type\":\"c\"}");
        assertThatThrownBy(() -> peer.expectMessage("d"))
                .hasMessage("peer A expected a message of type d, but received \"{\"type\":\"c\"}\"");
    }

    @Test
    @DisplayName("sees the other side close or reset, and what came before")
    void seesTheEnd() throws IOException {
        answer("bye");
        other.close();
        peer.expectClosed();
        assertThat(transcript.lines()).last().isEqualTo("2. peer A sees the connection closed, after \"bye\"");
    }

    @Test
    @DisplayName("resets so that the other side's read fails, and closes so that it ends")
    void endings() throws IOException {
        InputStream in = other.getInputStream();
        peer.reset();
        assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        ScriptedPeer second = ScriptedPeer.dial(transcript, "peer B", listening.getLocalPort());
        try (Socket end = listening.accept()) {
            second.close();
            assertThat(end.getInputStream().read()).isNegative();
        }
    }

    @Test
    @DisplayName("says so where nobody listens")
    void nobodyListens() throws IOException {
        listening.close();
        assertThatThrownBy(() -> ScriptedPeer.dial(transcript, "peer B", listening.getLocalPort()))
                .isInstanceOf(CheckpointFailure.class)
                .hasMessage("peer B called 127.0.0.1:" + listening.getLocalPort() + ", and nobody listens there");
    }

    @Test
    @DisplayName("that listens takes connections; a deaf one leaves the dialler without an answer")
    void servers() throws IOException {
        ScriptedServer server = ScriptedServer.listen(transcript, "peer B");
        try (Socket dialled = new Socket(server.host(), server.port())) {
            server.accept().send("hello");
            assertThat(dialled.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
        }
        server.close();
        assertThatThrownBy(() -> new Socket(server.host(), server.port())).isInstanceOf(ConnectException.class);
        ScriptedServer deaf = ScriptedServer.listenDeaf(transcript, "peer C");
        try (Socket dialling = new Socket()) {
            assertThatThrownBy(() -> dialling.connect(new InetSocketAddress(deaf.host(), deaf.port()), 300))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void answer(String text) throws IOException {
        other.getOutputStream().write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
