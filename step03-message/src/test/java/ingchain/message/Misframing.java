package ingchain.message;

import ingchain.checkpoint.JsonPieces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads from what a framer has returned which mistake was made. */
final class Misframing {
    /** What a decoder puts in the place of a character that it was given only a part of. */
    private static final String REPLACEMENT = "\uFFFD";

    private Misframing() {}

    /**
     * The id of the cause, or null where what was returned does not tell.
     *
     * @param piece what the framer was fed with last
     * @param before the message that it returned last before that; null for none
     * @param returned what it has returned now; null where it returned null
     * @param expected what it should have returned
     */
    static String causeId(byte[] piece, String before, List<String> returned, List<String> expected) {
        if (returned == null) {
            return "null-for-no-message";
        }
        String previous = before;
        for (String message : returned) {
            String causeId = expected.contains(message) ? null : causeId(piece, previous, message, expected);
            if (causeId != null) {
                return causeId;
            }
            previous = message;
        }
        boolean rightSoFar = !returned.isEmpty()
                && returned.size() < expected.size()
                && returned.equals(expected.subList(0, returned.size()));
        return rightSoFar ? "drops-the-rest" : null;
    }

    private static String causeId(byte[] piece, String previous, String message, List<String> expected) {
        if (message.contains(REPLACEMENT)) {
            return "broken-character";
        }
        if (expected.stream().anyMatch(text -> Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes(message)))) {
            return "bytes-taken-for-letters";
        }
        JsonPieces pieces = JsonPieces.of(message.getBytes(StandardCharsets.UTF_8));
        if (pieces == JsonPieces.GLUED && previous != null && message.startsWith(previous)) {
            return "keeps-what-is-done";
        }
        boolean isWholePiece = message.equals(new String(piece, StandardCharsets.UTF_8));
        return pieces == JsonPieces.GLUED || pieces == JsonPieces.SPLIT && isWholePiece ? pieces.causeId() : null;
    }

    /** The bytes that somebody has made this text of who took each byte for a letter. */
    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
