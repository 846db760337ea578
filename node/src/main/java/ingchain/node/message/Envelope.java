package ingchain.node.message;

import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.ProtocolException;

/**
 * Writes and reads the messages of this package. {@link ingchain.message.MessageData} reads any message and makes a tree
 * of it first; that costs more than all else where the payload is some hundred blocks. These are read in one go, because
 * every node of this kind writes them alike: the type first, then the payload, and nothing between.
 */
public final class Envelope {
    private static final String FORM = "{\"type\":\"%s\",\"payload\":";

    private Envelope() {}

    /** The text of a message. */
    public static String write(String type, Object payload) {
        return FORM.formatted(type) + Json.write(payload) + "}";
    }

    /**
     * The payload of a message.
     *
     * @param type what {@link MessageType} says
     * @throws ProtocolException where it is no such payload, or not written as it should be
     */
    public static <T> T payload(String message, String type, Class<T> payload) throws ProtocolException {
        String before = FORM.formatted(type);
        if (!message.startsWith(before)) {
            throw new ProtocolException("a message of type " + type + " is written without spaces, the type first");
        }
        try {
            return Json.read(message.substring(before.length(), message.length() - 1), payload);
        } catch (MalformedJson e) {
            throw new ProtocolException(e.getMessage());
        }
    }
}
