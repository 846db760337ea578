package ingchain.consensus;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.message.MessageData;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Forgets what it has heard so far, once it has been answered: it has greeted, as everybody does. */
    void forgetsAll() {
        network.brings(
                () -> heard.values().stream().allMatch(all -> all.toString(StandardCharsets.UTF_8).contains("allBlock")));
        heard.values().forEach(ByteArrayOutputStream::reset);
    }

    /** Whether it has heard exactly this message since. */
    boolean heardOnly(String type, Object payload) {
        JsonElement expected =
                JsonParser.parseString(MessageData.of(type, payload).toJson());
        return heard.values().stream().allMatch(all -> expected.equals(json(all.toString(StandardCharsets.UTF_8))));
    }

    /** Null where it is not one JSON text. */
    private static JsonElement json(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return null;
        }
    }

    /** Whether it has heard nothing since. */
    boolean heardNothing() {
        return heard.values().stream().allMatch(all -> all.size() == 0);
    }

    /** All that it has heard since, for a sentence. */
    String heard() {
        return heard.values().stream()
                .map(all -> all.size() == 0 ? "nothing" : TestNetwork.describe(all.toString(StandardCharsets.UTF_8)))
                .toList()
                .toString();
    }
}
