package ingchain.node.peer;

import com.google.gson.JsonElement;

/**
 * What a node says first on every connection, and how it knows its own kind by it. The original program does not look
 * at the payload of {@code latestBlock}, so there is room in it to say what we can do.
 */
public final class Greeting {
    /** A request for the latest block, from a node that reads any chunking and takes messages as fast as they come. */
    public static final String TEXT = "{\"type\":\"latestBlock\",\"payload\":{\"ingchain\":1}}";

    private static final String OURS = "ingchain";

    private Greeting() {}

    /** Whether the payload of a {@code latestBlock} is that of a node like this one. */
    public static boolean isOurs(JsonElement payload) {
        return payload.isJsonObject() && payload.getAsJsonObject().has(OURS);
    }
}
