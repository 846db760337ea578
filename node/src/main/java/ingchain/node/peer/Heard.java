package ingchain.node.peer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageData;
import ingchain.node.message.Greeting;

/**
 * What one message of the steps tells us of the peer that sent it, whatever the message does to our chain.
 *
 * @param subject what the message is about
 * @param greeting of a node like this one, or null where the message is none
 * @param latest the latest block of the peer, or null where the message does not say
 * @param transfer the hash of the transfer in it, or null
 * @param inputs how many outputs that transfer takes
 */
record Heard(Subject subject, Greeting greeting, Block latest, String transfer, int inputs) {
    enum Subject {
        /** The peer asks for our latest block. */
        QUESTION,
        /** The peer shows a block. */
        BLOCK,
        /** The peer shows its whole chain. */
        CHAIN,
        /** The peer has a transfer. */
        TRANSFER,
        OTHER
    }

    static Heard in(MessageData message) {
        JsonElement payload = message.payload();
        return switch (message.type()) {
            case "latestBlock" -> new Heard(Subject.QUESTION, Greeting.in(payload), null, null, 0);
            case "allBlock" -> showing(payload.isJsonArray() ? Subject.CHAIN : Subject.BLOCK, payload);
            case "receivedChain" -> showing(Subject.CHAIN, payload);
            case "receivedTransaction" -> new Heard(Subject.TRANSFER, null, null, hash(payload), inputs(payload));
            default -> new Heard(Subject.OTHER, null, null, null, 0);
        };
    }

    /** A message that shows a block, or a chain up to it. */
    static Heard showing(Subject subject, Block latest) {
        return new Heard(subject, null, latest, null, 0);
    }

    private static Heard showing(Subject subject, JsonElement payload) {
        return showing(subject, lastBlock(payload));
    }

    /** The peer's latest block, or null where the message does not say. */
    Tip tip() {
        return latest == null ? null : Tip.of(latest);
    }

    private static Block lastBlock(JsonElement payload) {
        JsonElement last = payload;
        if (payload instanceof JsonArray blocks) {
            if (blocks.isEmpty()) {
                return null;
            }
            last = blocks.get(blocks.size() - 1);
        }
        try {
            return Json.read(last, Block.class);
        } catch (MalformedJson e) {
            return null; // whoever takes the message will say so
        }
    }

    private static String hash(JsonElement payload) {
        return payload instanceof JsonObject transfer && transfer.get("hash") instanceof JsonPrimitive hash
                ? hash.getAsString()
                : null;
    }

    private static int inputs(JsonElement payload) {
        return payload instanceof JsonObject transfer && transfer.get("txIns") instanceof JsonArray inputs
                ? inputs.size()
                : 0;
    }
}
