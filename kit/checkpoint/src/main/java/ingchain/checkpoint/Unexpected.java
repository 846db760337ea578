package ingchain.checkpoint;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** What a peer received in place of what it expected, told so that the mistake shows. */
final class Unexpected {
    /** What a decoder puts in the place of a character that it was given only a part of. */
    private static final String REPLACEMENT = "\uFFFD";

    private Unexpected() {}

    static CheckpointFailure bytes(String name, byte[] expected, byte[] received) {
        String sentence = name + " expected " + ReadableBytes.quote(expected) + ", but received "
                + ReadableBytes.quote(received) + Caret.under(received, Caret.difference(received, expected));
        return hasBrokenCharacter(expected, received)
                ? CheckpointFailure.because("broken-character", sentence)
                : new CheckpointFailure(sentence);
    }

    static CheckpointFailure noJson(String name, String received, Exception broken) {
        return CheckpointFailure.because(
                "answer-is-no-json",
                name + " expected a message, but received " + ReadableBytes.quote(received) + ", which is not JSON"
                        + Caret.under(received, broken));
    }

    static CheckpointFailure type(String name, String expected, JsonObject received) {
        return CheckpointFailure.because(
                received.has("type") ? "wrong-type" : "no-type",
                name + " expected a message of type " + expected + ", but received "
                        + ReadableBytes.quote(received.toString()));
    }

    static CheckpointFailure elsewhere(String name, String expected, String other) {
        return CheckpointFailure.because(
                "wrong-peer", name + " was to receive " + expected + ", but " + other + " received it instead");
    }

    private static boolean hasBrokenCharacter(byte[] expected, byte[] received) {
        return text(received).contains(REPLACEMENT) && !text(expected).contains(REPLACEMENT);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
