package ingchain.node.peer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.transaction.TxOut;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * An output as the original program makes it and our steps cannot read it. The original pays whatever its user typed: half
 * a coin, or "10" as a text. Who passes that on keeps all rules that the original knows.
 */
final class ForeignOutput {
    private ForeignOutput() {}

    /** Whether one is in a payload: a transaction, a block, or a chain. */
    static boolean isIn(JsonElement payload) {
        if (payload instanceof JsonObject object) {
            return any(object.get("txOuts"), ForeignOutput::isForeign) || any(object.get("data"), ForeignOutput::isIn);
        }
        return any(payload, ForeignOutput::isIn);
    }

    private static boolean any(JsonElement list, Predicate<JsonElement> wanted) {
        return list instanceof JsonArray elements
                && StreamSupport.stream(elements.spliterator(), false).anyMatch(wanted);
    }

    private static boolean isForeign(JsonElement output) {
        try {
            Json.read(output, TxOut.class);
            return false;
        } catch (MalformedJson e) {
            return output instanceof JsonObject;
        }
    }
}
