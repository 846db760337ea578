package ingchain.checkpoint;

import java.util.List;

/** What was sent, seen as JSON: whole messages, several at once, or a part of one. */
enum JsonPieces {
    /** Two or more messages in one piece. */
    GLUED("glued-messages", "; it was given two messages in one piece"),
    /** Half a message, or a message and a half. */
    SPLIT("split-message", "; it was given a piece of a message"),
    /** One message: the trouble is its content. */
    WHOLE("broken-json", "");

    private final String causeId;
    private final String clause;

    JsonPieces(String causeId, String clause) {
        this.causeId = causeId;
        this.clause = clause;
    }

    /** Judged by the piece that was sent last. */
    static JsonPieces of(List<byte[]> sent) {
        if (sent.isEmpty()) {
            return WHOLE;
        }
        byte[] last = sent.get(sent.size() - 1);
        int end = JsonObjects.end(last);
        if (end < 0 || last[0] != '{') {
            return SPLIT;
        }
        return end < last.length ? GLUED : WHOLE;
    }

    String causeId() {
        return causeId;
    }

    /** What follows the sentence about the exception. */
    String clause() {
        return clause;
    }
}
