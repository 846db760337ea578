package ingchain.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import ingchain.json.Json;
import ingchain.json.MalformedJson;

/**
 * One message: {@code {"type": ..., "payload": ...}}.
 *
 * @param type says what the message is about, and so which method takes it
 * @param payload what that method needs; never null, but it may be JSON's null
 */
public record MessageData(String type, JsonElement payload) {
    /** A message about some blocks or a transaction. */
    public static MessageData of(String type, Object payload) {
        return new MessageData(type, Json.tree(payload));
    }

    /**
     * @param text from a peer
     * @throws ProtocolException where it is no JSON object with a text as its type and with a payload
     */
    public static MessageData parse(String text) throws ProtocolException {
        try {
            JsonObject message = Json.read(text, JsonObject.class);
            if (message.get("type") instanceof JsonPrimitive type && type.isString() && message.has("payload")) {
                return new MessageData(type.getAsString(), message.get("payload"));
            }
        } catch (MalformedJson e) {
            throw new ProtocolException("a message is one JSON object");
        }
        throw new ProtocolException("a message has a type, which is a text, and a payload");
    }

    /** The text that is sent. */
    public String toJson() {
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        message.add("payload", payload);
        return Json.write(message);
    }
}
