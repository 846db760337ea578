package ingchain;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the original program really produced: {@code original-chain.json}. */
public final class Vectors {
    private static final JsonObject ALL = load();

    private Vectors() {}

    private static JsonObject load() {
        try (Reader reader = new InputStreamReader(
                Vectors.class.getResourceAsStream("/original-chain.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the file that is a list of objects. */
    public static List<JsonObject> list(String name) {
        return ALL.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** A part of the file as it stands there. */
    public static JsonElement part(String name) {
        return ALL.get(name);
    }

    /** The original's 43 blocks. */
    public static List<Block> chain() {
        JsonArray blocks = ALL.getAsJsonArray("chain");
        List<Block> chain = new ArrayList<>();
        for (JsonElement block : blocks) {
            chain.add(read(block, Block.class));
        }
        return chain;
    }

    /** One part as a record. */
    public static <T> T read(JsonElement json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }
}
