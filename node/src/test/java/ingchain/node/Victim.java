package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import ingchain.message.ProtocolException;
import ingchain.node.message.Greeting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node in a process of its own, which is going to be killed, and a peer of it that writes down what it announces. */
final class Victim implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("ready p2p=127\\.0\\.0\\.1:(\\d+) http=127\\.0\\.0\\.1:(\\d+)");
    private static final Set<String> ANNOUNCEMENTS = Set.of("tip", "newBlock", "allBlock");
    private static final int MOST_MILLIS_TO_HEAR = 10_000;

    private final Process process;
    private final Request http;
    private final RawPeer peer;
    private final List<Announced> announced = new ArrayList<>();
    private final Thread listener = new Thread(this::listen, "listener");

    /** A block that it said it has. */
    record Announced(int height, String hash) {}

    /** Starts it, and returns when it has told the peer where it stands. */
    Victim(Path data) throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        OwnClassPath.TEXT,
                        NodeProgram.class.getName(),
                        "--port",
                        "0",
                        "--http",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        assertThat(ready.matches()).as("the node comes up again").isTrue();
        http = new Request(Integer.parseInt(ready.group(2)));
        peer = new RawPeer(Integer.parseInt(ready.group(1)));
        peer.say(Greeting.TEXT);
        JsonObject message = peer.hear();
        while (!message.get("type").getAsString().equals("allBlock")) {
            message = peer.hear();
        }
        note(message.getAsJsonObject("payload"));
        listener.start();
    }

    Request http() {
        return http;
    }

    private void listen() {
        try {
            while (true) {
                JsonObject message = peer.hear();
                if (ANNOUNCEMENTS.contains(message.get("type").getAsString())) {
                    JsonObject payload = message.getAsJsonObject("payload");
                    note(payload.has("block") ? payload.getAsJsonObject("block") : payload);
                }
            }
        } catch (IOException | ProtocolException e) {
            // It was killed, perhaps in the middle of a message.
        }
    }

    private void note(JsonObject block) {
        announced.add(
                new Announced(block.get("height").getAsInt(), block.get("hash").getAsString()));
    }

    /** Kills it, and returns what it has announced until then, in that order. */
    List<Announced> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join(MOST_MILLIS_TO_HEAR);
        assertThat(listener.isAlive()).as("still hearing from a dead node").isFalse();
        return announced;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        peer.close();
    }
}
