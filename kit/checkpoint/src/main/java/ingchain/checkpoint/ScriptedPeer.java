package ingchain.checkpoint;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A peer that does what a checkpoint tells it, over a real TCP connection. It reads only when something is expected, so
 * a peer of which nothing is expected is one that does not read. For the thread of the test only; closed when that has
 * ended.
 *
 * <p>That nothing comes is expected by expecting what was made to come after: whatever comes before it fails the test.
 */
public final class ScriptedPeer implements AutoCloseable {
    private static final int LOOKS = 5;

    private final Transcript transcript;
    private final String name;
    private final Socket socket;
    private final String address;
    private final Inbox inbox;
    private final List<byte[]> said = new ArrayList<>();
    private boolean called;
    private byte[] heard = {};

    ScriptedPeer(Transcript transcript, String name, Socket socket) throws IOException {
        this.transcript = transcript;
        this.name = name;
        this.socket = transcript.cleanup().add(socket);
        this.address = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        this.inbox = new Inbox(socket);
        socket.setTcpNoDelay(true);
        transcript.add(this);
    }

    /**
     * Connects to a port of 127.0.0.1.
     *
     * @param name what the transcript calls this peer, such as "peer A"
     * @throws CheckpointFailure where nobody listens there
     */
    public static ScriptedPeer dial(Transcript transcript, String name, int port) throws IOException {
        Consumer<String> step = transcript.beginStep(name + " connects to 127.0.0.1:" + port);
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), transcript.patienceMillis());
            step.accept(", from port " + socket.getLocalPort());
        } catch (SocketTimeoutException e) {
            socket.close();
            throw CheckpointFailure.late(name + " called 127.0.0.1:" + port + ", and nobody took the call");
        } catch (IOException e) {
            socket.close();
            throw CheckpointFailure.usually(
                    "nobody-listens", name + " called 127.0.0.1:" + port + ", and nobody listens there");
        }
        ScriptedPeer peer = new ScriptedPeer(transcript, name, socket);
        peer.called = true;
        return peer;
    }

    /** This peer's own end as the other side sees it, HOST:PORT; also when the connection has ended. */
    public String address() {
        return address;
    }

    /** Sends a text as UTF-8, in one write. */
    public void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes in one write. */
    public void send(byte[] bytes) {
        transcript.step(name + " sends " + ReadableBytes.quote(bytes));
        write(bytes);
    }

    /** Sends a text one byte at a time. */
    public void sendByteByByte(String text) {
        transcript.step(name + " sends " + ReadableBytes.quote(text) + ", one byte at a time");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            write(new byte[] {b});
        }
    }

    /** Sends several pieces, each in a write of its own; TCP may still join them. */
    public void sendInPieces(List<byte[]> pieces) {
        transcript.step(name + " sends in " + pieces.size() + " pieces "
                + pieces.stream().map(ReadableBytes::quote).toList());
        pieces.forEach(this::write);
    }

    /** Says that it will send no more, and can still receive: what an orderly close looks like to the other side. */
    public void finishSending() throws IOException {
        transcript.step(name + " ends its side of the connection");
        socket.shutdownOutput();
    }

    /** Closes the connection. Where bytes are left unread, the other side sees a reset. */
    @Override
    public void close() throws IOException {
        transcript.step(name + " closes the connection");
        socket.close();
    }

    /** Breaks the connection off: the other side's next read or write fails. */
    public void reset() throws IOException {
        transcript.step(name + " resets the connection");
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Expects this text, as UTF-8, to be what comes next; more may follow it. */
    public void expectText(String text) throws IOException {
        expectBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Expects these bytes to be what comes next; more may follow them.
     *
     * @throws CheckpointFailure where others come, or none in a generous time, or the connection ends
     */
    public void expectBytes(byte[] bytes) throws IOException {
        String expected = ReadableBytes.quote(bytes);
        Deadline deadline = new Deadline(transcript);
        while (!inbox.startsWith(bytes)) {
            if (!inbox.mayBecome(bytes)) {
                throw Unexpected.bytes(name, bytes, inbox.unread(), heard);
            }
            receive(deadline, expected, bytes);
        }
        heard = inbox.take(bytes.length);
        transcript.step(name + " receives " + expected);
    }

    /**
     * Expects a message to come next, whichever it is.
     *
     * @return the message, a JSON object
     */
    public JsonObject nextMessage() throws IOException {
        Deadline deadline = new Deadline(transcript);
        int end;
        while ((end = JsonObjects.end(inbox.unread())) < 0) {
            receive(deadline, "a message", null);
        }
        byte[] message = inbox.take(end);
        transcript.step(name + " receives " + ReadableBytes.quote(message));
        String text = new String(message, StandardCharsets.UTF_8);
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw Unexpected.noJson(name, text, e);
        }
    }

    /**
     * Expects a message of this type to come next.
     *
     * @return the whole message, a JSON object with "type" and "payload"
     */
    public JsonObject expectMessage(String type) throws IOException {
        JsonObject message = nextMessage();
        if (!message.has("type") || !message.get("type").getAsString().equals(type)) {
            throw Unexpected.type(name, type, message);
        }
        return message;
    }

    /** Expects the other side to end the connection, in whatever way; what comes before the end is read and let go. */
    public void expectClosed() throws IOException {
        Deadline deadline = new Deadline(transcript);
        while (inbox.fill()) {
            if (deadline.passed()) {
                throw CheckpointFailure.late(name + " waited " + deadline.waited()
                        + " for the connection to be closed: it is still open" + butReceived());
            }
        }
        transcript.step(name + " sees the connection closed" + butReceived());
    }

    /** Whether the other side has ended the connection, or does so within a moment. For a look after a failure. */
    public boolean seesEnd() throws IOException {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (!inbox.fill()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this text has come and was not expected, or comes within a second. For a look after a failure. */
    public boolean hears(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        while (!inbox.contains(bytes)) {
            if (System.nanoTime() - start > 1_000_000_000L) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything at all has come so far. For a look after a failure. */
    public boolean hasHeard() {
        return inbox.isUsed();
    }

    /** Whether it has called, and has got no word so far. */
    boolean isUnserved() {
        return called && !inbox.isUsed();
    }

    private void receive(Deadline deadline, String expected, byte[] bytes) throws IOException {
        if (!inbox.fill()) {
            throw CheckpointFailure.usually(
                    "connection-closed",
                    name + " expected " + expected + ", but the connection was closed" + butReceived());
        }
        if (deadline.passed()) {
            Optional<ScriptedPeer> wrong = whoElseReceived(bytes);
            if (wrong.isPresent()) {
                throw Unexpected.elsewhere(name, expected, wrong.get().name);
            }
            throw CheckpointFailure.late(name + " waited " + deadline.waited() + " for " + expected + ": "
                    + (inbox.unread().length == 0
                            ? "nothing came"
                            : "only came " + ReadableBytes.quote(inbox.unread())));
        }
    }

    /** Another peer that has received, unasked, what is expected back here by the one who said it. */
    private Optional<ScriptedPeer> whoElseReceived(byte[] bytes) throws IOException {
        if (bytes == null || said.stream().noneMatch(piece -> Arrays.equals(piece, bytes))) {
            return Optional.empty();
        }
        for (ScriptedPeer other : transcript.peers()) {
            boolean saidIt = other.said.stream().anyMatch(piece -> Arrays.equals(piece, bytes));
            if (other != this && !saidIt && !other.socket.isClosed() && other.inbox.contains(bytes)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private String butReceived() {
        return inbox.unread().length == 0 ? "" : ", after " + ReadableBytes.quote(inbox.unread());
    }

    private void write(byte[] bytes) {
        said.add(bytes);
        transcript.gives(bytes);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw CheckpointFailure.usually(
                    "connection-closed", name + " could not send: the other side has closed the connection");
        }
    }
}
