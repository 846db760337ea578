package ingchain.checkpoint;

import java.util.List;

/** A piece of what was sent, seen as JSON: a whole message, several at once, or a part of one. */
public enum JsonPieces {
    /** Two or more messages in one piece. */
    GLUED("glued-messages"),
    /** Half a message, or a message and a half. */
    SPLIT("split-message"),
    /** One message: the trouble is its content. */
    WHOLE("broken-json");

    private final String causeId;

    JsonPieces(String causeId) {
        this.causeId = causeId;
    }

    /** Judged by the piece that was sent last. */
    static JsonPieces of(List<byte[]> sent) {
        return sent.isEmpty() ? WHOLE : of(sent.get(sent.size() - 1));
    }

    /** Judged by where the object ends that the piece begins with. */
    public static JsonPieces of(byte[] piece) {
        int end = JsonObjects.end(piece);
        if (end < 0 || piece[0] != '{') {
            return SPLIT;
        }
        return end < piece.length ? GLUED : WHOLE;
    }

    /** The kind of mistake of somebody who takes such a piece for one message. */
    public String causeId() {
        return causeId;
    }

    /** The sentence about the exception, and what there was to read. */
    String told(String threw) {
        return this == WHOLE ? threw : Texts.of("json." + causeId, threw);
    }
}
