package ingchain.node.peer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageData;
import ingchain.message.ProtocolException;

/**
 * What one message tells us of the peer that sent it, whatever the message does to our chain.
 *
 * @param subject what the message is about
 * @param ofOurKind whether it is the greeting of a node like this one
 * @param tip the latest block of the peer, or null where the message does not say
 */
record Heard(Subject subject, boolean ofOurKind, Tip tip) {
    enum Subject {
        /** The peer asks for our latest block. */
        QUESTION,
        /** The peer shows a block. */
        BLOCK,
        /** The peer shows its whole chain. */
        CHAIN,
        OTHER
    }

    static Heard in(MessageData message) {
        JsonElement payload = message.payload();
        return switch (message.type()) {
            case "latestBlock" -> new Heard(Subject.QUESTION, Greeting.isOurs(payload), null);
            case "allBlock" ->
                new Heard(payload.isJsonArray() ? Subject.CHAIN : Subject.BLOCK, false, lastBlock(payload));
            case "receivedChain" -> new Heard(Subject.CHAIN, false, lastBlock(payload));
            default -> new Heard(Subject.OTHER, false, null);
        };
    }

    /**
     * @param message that one of us wrote
     * @throws IllegalArgumentException where it is no message
     */
    static Heard in(String message) {
        try {
            return in(MessageData.parse(message));
        } catch (ProtocolException e) {
            throw new IllegalArgumentException(e.getMessage() + ": " + message, e);
        }
    }

    private static Tip lastBlock(JsonElement payload) {
        JsonElement last = payload;
        if (payload instanceof JsonArray blocks) {
            if (blocks.isEmpty()) {
                return null;
            }
            last = blocks.get(blocks.size() - 1);
        }
        try {
            return Tip.of(Json.read(last, Block.class));
        } catch (MalformedJson e) {
            return null; // whoever takes the message will say so
        }
    }
}
