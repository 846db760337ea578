package ingchain.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/**
 * Reads any JSON object as a tree, and refuses a name that stands twice. Gson's own trees keep the last of the two, and
 * whoever reads a block out of such a tree cannot tell any more.
 */
final class StrictTree {
    private StrictTree() {}

    /** @throws JsonParseException where it is no JSON object and nothing else */
    static JsonObject read(String text) {
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonParseException("an object is missing at " + in.getPath());
            }
            JsonObject object = object(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something follows the object");
            }
            return object;
        } catch (IOException e) {
            throw new JsonIOException(e);
        }
    }

    private static JsonElement element(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            case STRING -> new JsonPrimitive(in.nextString());
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in));
        };
    }

    private static JsonObject object(JsonReader in) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new JsonParseException("a name stands twice, at " + in.getPath());
            }
            object.add(name, element(in));
        }
        in.endObject();
        return object;
    }

    private static JsonArray array(JsonReader in) throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(element(in));
        }
        in.endArray();
        return array;
    }
}
