package ingchain.server;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("1.3")
@DisplayName("1.3 Survive a handler that throws and a peer that resets")
class SurviveTest {
    /** What peers say to have the handler do it. */
    private static final char RETURN = 'r';

    private static final char THROW_IO = 'i';
    private static final char THROW_BUG = 'b';
    private static final char THROW_ERROR = 'e';

    private final Transcript transcript;
    private final CapturedLog log;
    private final PeerServer server;
    private int port;

    SurviveTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.log = log;
        this.server = cleanup.add(new PeerServer(SurviveTest::obey, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = server.listen("127.0.0.1", 0);
        transcript.step("your server listens on port " + port
                + ", with a handler that sends back what it receives; r makes it return, i, b and e make it throw");
    }

    @Test
    @Order(1)
    @DisplayName("when the handler returns, the connection is closed, and that is no trouble to log")
    void handlerReturns() throws Exception {
        ScriptedPeer a = dial("peer A");
        a.send("r");
        a.expectClosed();
        assertServed(dial("peer B")); // had peer A been logged as trouble, it would be by now
        assertThat(log.lines("[!]")).as("the lines of trouble in the log").isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("when the handler throws an IOException, the log has one line of it, and the connection is closed")
    void ioException() throws Exception {
        assertSurvives("i");
    }

    @Test
    @Order(3)
    @DisplayName("when the handler throws an exception that has no message, the log has one line all the same")
    void bug() throws Exception {
        assertSurvives("b");
    }

    @Test
    @Order(4)
    @DisplayName("when the handler throws an Error, the log has one line of it, and the connection is closed")
    void error() throws Exception {
        assertSurvives("e");
    }

    @Test
    @Order(5)
    @DisplayName("when a peer resets the connection, the log has one line of it, and the next peer is served")
    void reset() throws Exception {
        ScriptedPeer a = dial("peer A");
        assertServed(a);
        a.reset();
        log.expectLine("[!]");
        assertServed(dial("peer B"));
        assertThat(log.lines("[!]")).as("the lines of trouble in the log").hasSize(1);
    }

    @Test
    @Order(6)
    @DisplayName("a conversation that goes on at the same time does not notice")
    void othersGoOn() throws Exception {
        ScriptedPeer a = dial("peer A");
        assertServed(a);
        ScriptedPeer b = dial("peer B");
        b.send("e");
        b.expectClosed();
        ScriptedPeer c = dial("peer C");
        assertServed(c);
        c.reset();
        assertServed(a);
        assertServed(dial("peer D"));
    }

    private void assertSurvives(String trouble) throws Exception {
        ScriptedPeer a = dial("peer A");
        a.send(trouble);
        a.expectClosed();
        log.expectLine("[!]");
        assertServed(dial("peer B"));
        assertThat(log.lines("[!]")).as("the lines of trouble in the log").hasSize(1);
    }

    private void assertServed(ScriptedPeer peer) throws IOException {
        peer.send("?");
        peer.expectText("?");
    }

    private ScriptedPeer dial(String name) throws IOException {
        return ScriptedPeer.dial(transcript, name, port);
    }

    private static void obey(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        for (int said = in.read(); said >= 0; said = in.read()) {
            switch (said) {
                case RETURN -> {
                    return;
                }
                case THROW_IO -> throw new IOException("the handler's disk is full");
                case THROW_BUG -> throw new IllegalStateException();
                case THROW_ERROR -> throw new StackOverflowError("the handler calls itself");
                default -> connection.getOutputStream().write(said);
            }
        }
    }
}
