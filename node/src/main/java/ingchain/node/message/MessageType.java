package ingchain.node.message;

/** Looks at the type of a message without reading the whole chain that may be in it. */
public final class MessageType {
    private static final String BEFORE = "{\"type\":\"";

    private MessageType() {}

    /** The type, or an empty text where the message is not written as all of ours are. */
    public static String of(String message) {
        int end = message.indexOf('"', BEFORE.length());
        return message.startsWith(BEFORE) && end > 0 ? message.substring(BEFORE.length(), end) : "";
    }
}
