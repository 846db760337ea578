package ingchain.checkpoint;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a peer received in place of what it expected, told so that the mistake shows. */
final class Unexpected {
    /** What a decoder puts in the place of a character that it was given only a part of. */
    private static final String REPLACEMENT = "\uFFFD";

    private Unexpected() {}

    /** @param before what had come just before, and was expected */
    static CheckpointFailure bytes(String name, byte[] expected, byte[] received, byte[] before) {
        String sentence = name + " expected " + ReadableBytes.quote(expected) + ", but received "
                + ReadableBytes.quote(received) + Caret.under(received, Caret.difference(received, expected));
        if (hasBrokenCharacter(expected, received)) {
            return CheckpointFailure.because("broken-character", sentence);
        }
        if (isWhitespace(received[0]) && !isWhitespace(expected[0])) {
            return CheckpointFailure.usually("line-end-added", sentence);
        }
        return agree(received, before)
                ? CheckpointFailure.usually("said-twice", sentence)
                : new CheckpointFailure(sentence);
    }

    private static boolean isWhitespace(byte b) {
        return b == '\n' || b == '\r' || b == ' ' || b == '\t';
    }

    /** Whether they are the same as far as both go. */
    private static boolean agree(byte[] one, byte[] other) {
        int common = Math.min(one.length, other.length);
        return common > 0 && Arrays.equals(one, 0, common, other, 0, common);
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
