package ingchain.consensus;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.block.Block;

/** Blocks and messages as a person tells them: by type, height and the start of the hash. */
final class Told {
    private static final int SHOWN = 80;
    private static final int HASH_SHOWN = 8;

    private Told() {}

    /** "block 5 (1be33607)". */
    static String block(Block block) {
        return block(block.height(), block.hash());
    }

    private static String block(JsonElement block) {
        JsonObject fields = block.getAsJsonObject();
        return block(fields.get("height").getAsInt(), fields.get("hash").getAsString());
    }

    private static String block(int height, String hash) {
        return "block " + height + " (" + hash.substring(0, Math.min(HASH_SHOWN, hash.length())) + ")";
    }

    /** "allBlock with block 7 (1be33607)". What is no message at all is told as it is. */
    static String message(String text) {
        try {
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            String type = message.get("type").getAsString();
            JsonElement payload = message.get("payload");
            if (payload instanceof JsonArray blocks) {
                return type + " with " + blocks.size() + " blocks, up to " + block(blocks.get(blocks.size() - 1));
            }
            boolean isBlock = payload instanceof JsonObject fields && fields.has("height");
            return isBlock ? type + " with " + block(payload) : type;
        } catch (JsonParseException | IllegalStateException | NullPointerException | IndexOutOfBoundsException e) {
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        }
    }
}
