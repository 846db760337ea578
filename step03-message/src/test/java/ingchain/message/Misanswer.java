package ingchain.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.block.Genesis;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.json.Json;
import java.util.Set;

/** Reads from an answer that is not the right one which mistake was made. */
final class Misanswer {
    private static final Set<String> TYPES = Set.of("allBlock", "receivedChain");

    private Misanswer() {}

    /**
     * The answer is of another type than expected.
     *
     * @param asked what it answers, as it was sent
     */
    static CheckpointFailure otherType(String sentence, JsonObject received, String asked) {
        if (received.equals(json(asked))) {
            return CheckpointFailure.because("sends-it-back", sentence);
        }
        boolean isAnAnswer =
                received.has("type") && TYPES.contains(received.get("type").getAsString());
        return isAnAnswer ? new CheckpointFailure(sentence) : CheckpointFailure.because("wrong-type", sentence);
    }

    /** The answer is of the right type, and carries something else than expected. */
    static CheckpointFailure otherPayload(String sentence, JsonElement expected, JsonObject received, String asked) {
        String causeId = causeId(expected, received.get("payload"));
        if (causeId == null && received.equals(json(asked))) {
            causeId = "sends-it-back";
        }
        return causeId == null ? new CheckpointFailure(sentence) : CheckpointFailure.because(causeId, sentence);
    }

    private static String causeId(JsonElement expected, JsonElement received) {
        if (received == null) {
            return "no-payload";
        }
        if (received.isJsonPrimitive()
                && received.getAsJsonPrimitive().isString()
                && expected.equals(json(received.getAsString()))) {
            return "json-within-a-text";
        }
        if (received.isJsonArray() && expected.isJsonObject()) {
            return "list-for-a-block";
        }
        if (received.isJsonArray() && isPartOf(received.getAsJsonArray(), expected)) {
            return "sends-part-of-the-chain";
        }
        return received.equals(JsonParser.parseString(Json.write(Genesis.BLOCK))) ? "genesis-for-the-tip" : null;
    }

    private static boolean isPartOf(JsonArray blocks, JsonElement chain) {
        return chain.isJsonArray()
                && blocks.size() < chain.getAsJsonArray().size()
                && chain.getAsJsonArray().asList().containsAll(blocks.asList());
    }

    /** JSON's null where it is no JSON. */
    private static JsonElement json(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return JsonNull.INSTANCE;
        }
    }
}
