package ingchain.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    //> 3.1 turn bytes into messages
    //-
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int depth;
    private boolean inString;
    private boolean escaped;
    //< 3.1

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
        //> 3.1 turn bytes into messages
        List<String> messages = new ArrayList<>();
        int start = 0; // where in data the message that is being read begins
        int before = pending.size(); // how many of its bytes came earlier; asking for each byte would take its time
        for (int i = 0; i < data.length; i++) {
            if (depth == 0) {
                start = i;
                if (isWhiteSpace(data[i])) {
                    continue;
                }
                if (data[i] != '{') {
                    throw new ProtocolException("a message begins with {");
                }
            }
            count(data[i]);
            if (before + i + 1 - start > maxBytes) {
                throw new ProtocolException("a message has at most " + maxBytes + " bytes");
            }
            if (depth == 0) {
                pending.write(data, start, i + 1 - start);
                messages.add(pending.toString(StandardCharsets.UTF_8));
                pending.reset();
                before = 0;
            }
        }
        if (depth > 0) {
            pending.write(data, start, data.length - start);
        }
        return messages;
        //< 3.1
    }

    // Exercise 3.1. Methods that help you have room here.
    //> 3.1 turn bytes into messages
    //-
    private void count(byte b) {
        if (escaped) {
            escaped = false;
        } else if (inString) {
            escaped = b == '\\';
            inString = b != '"';
        } else if (b == '"') {
            inString = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        }
    }

    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
    //< 3.1
}
