package ingchain.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Behaves on the wire as the original program does, and dies of what it dies of: a read that is not exactly one JSON
 * text, and a type that it does not know. One thread reads, handles and answers, as in the original, so what arrives
 * meanwhile is read together.
 */
final class OriginalLikePeer implements AutoCloseable {
    /** What the original reads at once at the most. */
    private static final int READ_BYTES = 64 * 1024;

    enum Version {
        /** Appends what seems to be next, drops everything else, and does not know receivedChain. */
        ARTICLE,
        /** Answers a block that it cannot append with its chain, and adopts a longer one. */
        COURSE_LATER
    }

    private final Version version;
    private final Random stalls;
    private final int longestStallMillis;
    private final List<Block> chain;
    private final List<String> heard = new ArrayList<>();
    private ServerSocket server;
    private Socket socket;
    private volatile String death;

    /**
     * @param chain what it starts with
     * @param longestStallMillis it is busy with something else for up to this long after each message, in milliseconds
     * @param seed of the lengths of these
     */
    OriginalLikePeer(Version version, List<Block> chain, int longestStallMillis, long seed) {
        this.version = version;
        this.chain = new ArrayList<>(chain);
        this.longestStallMillis = longestStallMillis;
        this.stalls = new Random(seed);
    }

    /** Waits for one call. */
    int listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(() -> connected(server.accept()));
        return server.getLocalPort();
    }

    void dial(int port) {
        start(() -> connected(new Socket(InetAddress.getLoopbackAddress(), port)));
    }

    private interface Conversation {
        void run() throws IOException;
    }

    private void start(Conversation conversation) {
        Thread thread = new Thread(
                () -> {
                    try {
                        conversation.run();
                    } catch (IOException e) {
                        // The other side has gone, or this one was closed. The original lives on, too.
                    }
                },
                "original");
        thread.setDaemon(true);
        thread.start();
    }

    private void connected(Socket connection) throws IOException {
        synchronized (this) {
            socket = connection;
        }
        write("{\"type\":\"latestBlock\",\"payload\":{}}");
        byte[] buffer = new byte[READ_BYTES];
        int count = connection.getInputStream().read(buffer);
        while (count >= 0) {
            String text = new String(buffer, 0, count, StandardCharsets.UTF_8);
            String answer;
            try {
                answer = handle(text);
            } catch (MalformedJson | RuntimeException e) {
                death = e.getMessage() + " in " + text;
                connection.close();
                return;
            }
            if (answer != null) {
                write(answer);
            }
            stall();
            count = connection.getInputStream().read(buffer);
        }
    }

    private void stall() {
        try {
            Thread.sleep(longestStallMillis == 0 ? 0 : stalls.nextInt(longestStallMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String handle(String text) throws MalformedJson {
        JsonObject message = Json.read(text, JsonObject.class);
        String type = message.get("type").getAsString();
        JsonElement payload = message.get("payload");
        heard.add(type);
        return switch (type) {
            case "latestBlock" -> MessageData.of("allBlock", tip()).toJson();
            case "allBlock" -> allBlock(Json.read(payload, Block.class));
            case "receivedTransaction" -> null;
            case "receivedChain" -> {
                if (version == Version.ARTICLE) {
                    throw new IllegalStateException("this[type] is not a function");
                }
                receivedChain(List.of(Json.read(payload, Block[].class)));
                yield null;
            }
            default -> throw new IllegalStateException("this[type] is not a function");
        };
    }

    /** As careless as the original: a block of the right height and time is next, whatever it stands on. */
    private String allBlock(Block block) {
        if (block.height() == tip().height() + 1 && block.timestamp() >= tip().timestamp()) {
            chain.add(block);
            return null;
        }
        return version == Version.ARTICLE
                ? null
                : MessageData.of("receivedChain", chain).toJson();
    }

    private void receivedChain(List<Block> blocks) {
        if (blocks.size() > chain.size()) {
            chain.clear();
            chain.addAll(blocks);
        }
    }

    private synchronized void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Why the program has ended, or null where it lives. */
    String death() {
        return death;
    }

    synchronized Block tip() {
        return chain.get(chain.size() - 1);
    }

    synchronized List<Block> chain() {
        return List.copyOf(chain);
    }

    /** The types of the messages that it got, in order. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (socket != null) {
            socket.close();
        }
    }
}
