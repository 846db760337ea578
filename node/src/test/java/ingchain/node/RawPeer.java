package ingchain.node;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.message.MessageFramer;
import ingchain.message.ProtocolException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A socket on which a test says whatever it likes. */
public final class RawPeer implements AutoCloseable {
    /** Longest wait for a message, in milliseconds. */
    private static final int DEADLINE_MILLIS = 15_000;

    private final Socket socket;
    private final MessageFramer framer = new MessageFramer();
    private final Deque<String> arrived = new ArrayDeque<>();

    public RawPeer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(DEADLINE_MILLIS);
    }

    public void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says what need not be a text. */
    public void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Waits for a message no longer than this, in milliseconds. */
    public void setPatienceMillis(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Breaks the connection off, as a program does that is killed, and without a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The next message, as its text. */
    public String hearText() throws IOException, ProtocolException {
        byte[] buffer = new byte[64 * 1024];
        while (arrived.isEmpty()) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new IOException("the node has closed the connection");
            }
            arrived.addAll(framer.feed(Arrays.copyOf(buffer, count)));
        }
        return arrived.remove();
    }

    /** The next message. */
    JsonObject hear() throws IOException, ProtocolException {
        return JsonParser.parseString(hearText()).getAsJsonObject();
    }

    /** The height of the block in the next message of those that the steps know, which must show one. */
    int hearBlock() throws IOException, ProtocolException {
        JsonObject message = hear();
        while (List.of("tip", "getPeers").contains(message.get("type").getAsString())) {
            message = hear();
        }
        if (!message.get("type").getAsString().equals("allBlock")) {
            throw new AssertionError("expected allBlock and got " + message);
        }
        return message.getAsJsonObject("payload").get("height").getAsInt();
    }

    /** Waits until the node closes the connection. */
    public boolean isClosedByNode() {
        try {
            byte[] buffer = new byte[1024];
            int count = 0;
            while (count >= 0) {
                count = socket.getInputStream().read(buffer);
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // reset
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
