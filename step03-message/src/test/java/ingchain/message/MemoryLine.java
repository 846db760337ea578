package ingchain.message;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A connection without any network: what the peer sends is handed to the node by a call, on the thread of the test. */
final class MemoryLine implements Line {
    private static final int SHOWN = 100;

    private final Transcript transcript;
    private final String name;
    private final PeerHandler node;
    private final Queue<String> inbox = new ConcurrentLinkedQueue<>();
    private final Peer peer;
    private volatile String saidLast = "";
    private volatile boolean closed;

    MemoryLine(Transcript transcript, String name, PeerHandler node) {
        this.transcript = transcript;
        this.name = name;
        this.node = node;
        transcript.step(name + " connects");
        this.peer = node.opened(new ThisPeer());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(byte[] bytes) {
        saidLast = new String(bytes, StandardCharsets.UTF_8);
        transcript.step(name + " sends " + show(saidLast));
        if (closed) {
            throw CheckpointFailure.because(
                    "takes-it-for-an-offence", name + " could not send: the other side has closed the connection");
        }
        transcript.gives(bytes);
        node.received(peer, bytes);
        if (closed) {
            node.closed(peer);
        }
    }

    @Override
    public JsonObject next() throws IOException {
        await(() -> closed || !inbox.isEmpty());
        String message = inbox.poll();
        if (message == null && closed) {
            throw CheckpointFailure.because(
                    "takes-it-for-an-offence", name + " expected a message, but the connection was closed");
        }
        if (message == null) {
            throw new CheckpointFailure(name + " expected a message, but nothing came");
        }
        transcript.step(name + " receives " + show(message));
        return JsonParser.parseString(message).getAsJsonObject();
    }

    @Override
    public void expectClosed() throws IOException {
        await(() -> closed);
        if (!closed) {
            throw new CheckpointFailure(name + " expected the connection to be closed: it is still open");
        }
        transcript.step(name + " sees the connection closed");
    }

    /** The node may do its work on threads of its own. */
    private void await(Callable<Boolean> happened) throws IOException {
        try {
            transcript.happens(happened);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public String saidLast() {
        return saidLast;
    }

    @Override
    public boolean hasMore() {
        return !inbox.isEmpty();
    }

    /** What is short is shown as it is, and of what is long, what it is about. */
    private static String show(String text) {
        try {
            return text.length() <= SHOWN
                    ? text
                    : Line.describe(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            return text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
        }
    }

    /** This end as the node sees it. */
    private final class ThisPeer implements Peer {
        @Override
        public String address() {
            return name;
        }

        @Override
        public void send(String message) throws IOException {
            if (closed) {
                throw new IOException("the connection with " + name + " is closed");
            }
            inbox.add(message);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
