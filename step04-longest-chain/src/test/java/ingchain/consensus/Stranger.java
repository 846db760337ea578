package ingchain.consensus;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.message.MessageData;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One that says what the checkpoint tells it to say, and keeps what it hears. */
final class Stranger implements TestNetwork.Member {
    private final TestNetwork network;
    private final String name;
    private final Map<Peer, ByteArrayOutputStream> heard = new ConcurrentHashMap<>();

    Stranger(TestNetwork network, String name) {
        this.network = network;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PeerHandler handler() {
        return new PeerHandler() {
            @Override
            public Peer opened(Peer peer) {
                heard.put(peer, new ByteArrayOutputStream());
                return peer;
            }

            @Override
            public void received(Peer peer, byte[] data) {
                heard.get(peer).writeBytes(data);
            }
        };
    }

    /** Says something to everybody it is connected with. */
    void says(String type, Object payload) {
        network.broadcast(this, MessageData.of(type, payload).toJson());
    }

    /**
     * Expects to have heard of this block, for it has asked for the latest, as everybody does; and forgets what it has
     * heard so far.
     */
    void expectAnswer(Block tip) throws Exception {
        network.settle();
        if (!network.brings(() -> messages().contains(json("allBlock", tip)))) {
            throw CheckpointFailure.because(
                    messages().size() > 1 ? "knows-two-chains" : "gives-no-answer",
                    name + " asked for the latest block, and was to hear of block " + tip.height() + "; but it heard "
                            + heard());
        }
        heard.values().forEach(ByteArrayOutputStream::reset);
    }

    /**
     * Expects to have heard exactly this message since, and nothing else.
     *
     * @param ifNothing the id of the cause where it has heard nothing at all
     * @param ifMore the id of the cause where it has heard this, and more
     */
    void expectOnly(String type, Object payload, String ifNothing, String ifMore) {
        JsonElement expected = json(type, payload);
        if (!network.brings(() -> messages().equals(List.of(expected)))) {
            throw CheckpointFailure.because(
                    causeId(type, expected, ifNothing, ifMore),
                    name + " was to hear " + TestNetwork.describe(expected.toString())
                            + ", and nothing else; but it heard " + heard());
        }
    }

    private String causeId(String type, JsonElement expected, String ifNothing, String ifMore) {
        List<JsonElement> messages = messages();
        if (messages.isEmpty()) {
            return text().isEmpty() ? ifNothing : "answer-is-no-json";
        }
        if (messages.contains(expected)) {
            return ifMore;
        }
        JsonObject first = messages.get(0).getAsJsonObject();
        if (!first.has("type") || !first.get("type").getAsString().equals(type)) {
            return "wrong-type";
        }
        return first.get("payload") instanceof JsonArray ? "list-for-a-block" : "knows-two-chains";
    }

    private static JsonElement json(String type, Object payload) {
        return JsonParser.parseString(MessageData.of(type, payload).toJson());
    }

    /** The messages so far, up to what is none. */
    private List<JsonElement> messages() {
        List<JsonElement> messages = new ArrayList<>();
        JsonStreamParser parser = new JsonStreamParser(text());
        try {
            while (parser.hasNext()) {
                JsonElement message = parser.next();
                if (!message.isJsonObject()) {
                    return messages;
                }
                messages.add(message);
            }
        } catch (JsonParseException e) {
            // This and what follows is no message.
        }
        return messages;
    }

    private String text() {
        return heard.values().stream()
                .map(all -> all.toString(StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** All that it has heard since, for a sentence. */
    private String heard() {
        List<JsonElement> messages = messages();
        if (messages.isEmpty()) {
            return text().isEmpty() ? "nothing" : TestNetwork.describe(text());
        }
        return messages.stream()
                .map(message -> TestNetwork.describe(message.toString()))
                .collect(Collectors.joining(" and "));
    }
}
