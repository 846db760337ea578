package ingchain.server;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.ScriptedServer;
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
    private static final String RETURN = "r";

    private static final String THROW_IO = "i";
    private static final String THROW_BUG = "b";
    private static final String THROW_ERROR = "e";

    private final Transcript transcript;
    private final Cleanup cleanup;
    private final CapturedLog log;
    private final PeerServer server;
    private int port;

    SurviveTest(Transcript transcript, Cleanup cleanup, CapturedLog log) {
        this.transcript = transcript;
        this.cleanup = cleanup;
        this.log = log;
        this.server = cleanup.add(new PeerServer(SurviveTest::obey, log));
    }

    @BeforeEach
    void listen() throws IOException {
        port = server.listen("127.0.0.1", 0);
        transcript.step("your server listens on port " + port
                + ", with a handler that sends back what it receives; r makes it return,"
                + " i throw an IOException, b a RuntimeException and e an Error");
    }

    @Test
    @Order(1)
    @DisplayName("when the handler returns, the connection is closed, and that is no trouble to log")
    void handlerReturns() throws Exception {
        ScriptedPeer a = served(RETURN);
        transcript.suspect("not-closed-after-return");
        a.expectClosed();
        transcript.suspect("return-is-no-trouble");
        log.expectNo("[!]");
        transcript.suspect(null);
        ScriptedPeer b = dial("peer B");
        b.send(RETURN);
        transcript.suspect("serves-past-serve"); // serve() does close, as was just seen
        b.expectClosed();
    }

    @Test
    @Order(2)
    @DisplayName("when the handler throws an IOException, the log has one line of it, and the connection is closed")
    void ioException() throws Exception {
        assertSurvives(THROW_IO, "io-exception-escapes");
    }

    @Test
    @Order(3)
    @DisplayName("when the handler throws a RuntimeException, without any message, the log has one line of it")
    void bug() throws Exception {
        assertSurvives(THROW_BUG, "bug-escapes");
    }

    @Test
    @Order(4)
    @DisplayName("when the handler throws an Error, the log has one line of it, and the connection is closed")
    void error() throws Exception {
        assertSurvives(THROW_ERROR, "error-escapes");
    }

    @Test
    @Order(5)
    @DisplayName("when a peer resets the connection, the log has one line of it, and the next peer is served")
    void reset() throws Exception {
        ScriptedPeer a = dial("peer A");
        assertServed(a);
        a.reset();
        expectTrouble();
        assertServed(dial("peer B"));
        transcript.suspect("logged-twice");
        log.expectNoSecond("[!]");
    }

    @Test
    @Order(6)
    @DisplayName("a conversation that goes on at the same time does not notice")
    void othersGoOn() throws Exception {
        ScriptedPeer a = dial("peer A");
        assertServed(a);
        ScriptedPeer b = dial("peer B");
        b.send(THROW_ERROR);
        b.expectClosed();
        ScriptedPeer c = dial("peer C");
        assertServed(c);
        c.reset();
        assertServed(a);
        assertServed(dial("peer D"));
    }

    /** @param escapes the mistake that it would be if serve() threw what the handler throws */
    private void assertSurvives(String trouble, String escapes) throws Exception {
        transcript.suspect(escapes);
        ScriptedPeer a = served(trouble);
        transcript.suspect("not-closed-after-failure");
        a.expectClosed();
        expectTrouble();
        transcript.suspect("stops-listening");
        ScriptedPeer b = dial("peer B");
        transcript.suspect(null);
        assertServed(b);
        transcript.suspect("logged-twice");
        log.expectNoSecond("[!]");
    }

    /** A peer that says a word and is served on this thread: when serve() has returned, everything has been done. */
    private ScriptedPeer served(String word) throws IOException {
        ScriptedServer dialled = ScriptedServer.listen(transcript, "peer A");
        Socket connection = cleanup.add(new Socket(dialled.host(), dialled.port()));
        ScriptedPeer a = dialled.accept();
        a.send(word);
        transcript.step("serve() is called with this connection");
        server.serve(connection);
        transcript.step("serve() has returned");
        return a;
    }

    private void expectTrouble() throws InterruptedException {
        transcript.suspect(log.lines().isEmpty() ? "swallowed-failure" : "wrong-log-line");
        log.expectLine("[!]");
        transcript.suspect(null);
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
            switch (Character.toString(said)) {
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
