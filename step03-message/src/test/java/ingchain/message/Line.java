package ingchain.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One peer's connection with the node under test, seen from the peer. */
interface Line {
    /** Letters of a payload that are shown where it is neither a block nor a list. */
    int SHOWN = 80;

    /** What the transcript calls this peer. */
    String name();

    /** Sends bytes in one piece. */
    void send(byte[] bytes);

    /** Expects a message to come next, whichever it is. */
    JsonObject next() throws IOException;

    /** Expects the node to end the connection. */
    void expectClosed() throws IOException;

    /** Sends a text in one piece. */
    default void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a message about a block, a list of blocks, or nothing in particular. */
    default void send(String type, Object payload) {
        send(MessageData.of(type, payload).toJson());
    }

    /** Asks for the latest block. */
    default void askForLatestBlock() {
        send("{\"type\":\"latestBlock\",\"payload\":{}}");
    }

    /** What this peer said last, in one piece. */
    String saidLast();

    /** Whether more has come than was expected so far; false where that cannot be seen yet. */
    default boolean hasMore() {
        return false;
    }

    /** Expects this message to come next. */
    default void expect(String type, Object payload) throws IOException {
        expect(type, payload, next());
    }

    /** Expects a message that has come to be this one. */
    default void expect(String type, Object payload, JsonObject message) {
        JsonElement expected = JsonParser.parseString(Json.write(payload));
        String sentence = name() + " expected " + describe(type, expected) + ", but ";
        if (!message.has("type") || !message.get("type").getAsString().equals(type)) {
            throw Misanswer.otherType(sentence + "received " + describe(message), message, saidLast());
        }
        if (!expected.equals(message.get("payload"))) {
            throw Misanswer.otherPayload(
                    sentence + "this " + type + " carries " + describe(message.get("payload")),
                    expected,
                    message,
                    saidLast());
        }
    }

    /** Expects nothing to have come so far: asks for the latest block, and its answer must be what comes next. */
    default void expectNothingBut(Block newTip) throws IOException {
        askForLatestBlock();
        expect("allBlock", newTip);
    }

    /** "an allBlock with block 8": what a person wants to know of a message. */
    static String describe(JsonObject message) {
        return message.has("type") && message.has("payload")
                ? describe(message.get("type").getAsString(), message.get("payload"))
                : message.toString();
    }

    private static String describe(String type, JsonElement payload) {
        return (type.equals("allBlock") ? "an " : "a ") + type + " with " + describe(payload);
    }

    private static String describe(JsonElement payload) {
        if (payload != null && payload.isJsonArray()) {
            return "a list of " + payload.getAsJsonArray().size();
        }
        if (payload != null
                && payload.isJsonObject()
                && payload.getAsJsonObject().has("height")) {
            return "block " + payload.getAsJsonObject().get("height");
        }
        String text = String.valueOf(payload);
        return "the payload " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    }
}
