package ingchain.message;

import ingchain.exercise.ExerciseNotDone;
import java.util.List;

/**
 * Finds the messages in what arrives on one connection.
 *
 * <p>TCP carries bytes, not messages. What was sent in one piece may arrive in three, and what was sent in three may
 * arrive in one. The article's program takes every piece for one message, and dies of the first that is not. Here a
 * message ends where the brace that opened it is closed, wherever TCP has cut.
 */
public final class MessageFramer {
    /**
     * The longest message that is taken, in bytes: a chain of more than 30,000 blocks fits. Without a limit, a peer
     * that opens a brace and never closes it would fill our memory.
     */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private final int maxBytes;

    // Exercise 3.1. What must be remembered from one call of feed() to the next?

    /** For messages of up to {@link #MAX_MESSAGE_BYTES}. */
    public MessageFramer() {
        this(MAX_MESSAGE_BYTES);
    }

    /** @param maxBytes length of the longest message that is taken */
    public MessageFramer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes the next bytes of the connection.
     *
     * @param data as they arrived; at least one
     * @return the messages that are complete now, in order, each from its first brace to its last; often none.
     *     Their text is UTF-8. Between messages there may be white space; it belongs to none
     * @throws ProtocolException where a message is longer than the limit, or there is something between messages
     *     that is neither white space nor an opening brace. The connection is of no use then
     */
    public List<String> feed(byte[] data) throws ProtocolException {
        // Exercise 3.1. Go through the bytes and keep count of open braces and brackets, so that you know where a
        // message ends. Braces inside a text ("...") do not count; mind \" in it. A character of several bytes may be
        // cut in two: turn bytes into text only when the message is complete. (In UTF-8, a byte that looks like a brace
        // is one.) Look at each byte once: a long message comes in thousands of pieces, and whoever starts over with
        // each of them is not done by tomorrow.
        throw new ExerciseNotDone("3.1 turn bytes into messages");
    }

    // Exercise 3.1. Methods that help you have room here.
}
