package ingchain.node.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;

/**
 * What a node says first on every connection, and how it knows its own kind by it. The original program does not look at
 * the payload of {@code latestBlock}, so there is room in it to say what we can do.
 *
 * @param node a name that a node gives itself when it starts, 32 hexadecimal digits, or null where it does not say. With
 *     it a node finds out that it has called itself, or has two connections with one peer
 * @param port where it listens, 1 to 65535, or 0 where it does not say
 */
public record Greeting(String node, int port) {
    /** A request for the latest block, from a node that reads any chunking and takes messages as fast as they come. */
    public static final String TEXT = "{\"type\":\"latestBlock\",\"payload\":{\"ingchain\":1}}";

    private static final String OURS = "ingchain";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final int MOST_PORTS = 65_535;

    /** The text that is sent. */
    public String text() {
        return "{\"type\":\"latestBlock\",\"payload\":{\"ingchain\":1,\"node\":\"" + node + "\",\"port\":" + port
                + "}}";
    }

    /** The greeting in the payload of a {@code latestBlock}, or null where that is not of a node like this one. */
    public static Greeting in(JsonElement payload) {
        if (!(payload instanceof JsonObject object) || !object.has(OURS)) {
            return null;
        }
        String node = object.get("node") instanceof JsonPrimitive name
                        && NAME.matcher(name.getAsString()).matches()
                ? name.getAsString()
                : null;
        return new Greeting(node, port(object.get("port")));
    }

    private static int port(JsonElement port) {
        if (port instanceof JsonPrimitive number && number.toString().matches("[0-9]{1,5}")) {
            int value = Integer.parseInt(number.toString());
            return value <= MOST_PORTS ? value : 0;
        }
        return 0;
    }
}
