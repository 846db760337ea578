package ingchain.node.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before the framer of one connection and looks at each byte before anybody keeps it.
 *
 * <p>The attacks: a message that never ends fills our memory; ten thousand brackets in each other make a parser that
 * calls itself run out of stack; a hundred peers that each send half of a long message fill our memory although each
 * keeps to its limit; a flood of valid messages takes all our time. So messages have a greatest length and depth, all half
 * messages together have, too, and a peer that sends faster than its share is read more slowly: the bytes then wait in its
 * own system, not in ours. That is no offence, since a fast peer is not a bad one.
 *
 * <p>Used on the connection's thread; what a watchman asks may be asked on any.
 */
public final class Gate {
    /** Longest message, in bytes: as step 3 has it. Between nodes of our kind the longest has about 1 MB. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    /** Deepest nesting. That of a chain is 7: message, list, block, list, transaction, list, input. */
    public static final int MAX_NESTING = 16;

    /**
     * Bytes of a message for each value in it, at least. A chain has 22 or more. The attack: a list of eight million
     * zeros or of five million empty objects is no longer than a chain may be, and forty times as much once it is taken
     * apart.
     */
    public static final int BYTES_PER_ELEMENT = 16;

    /** Values that a message may have however short it is. */
    static final int FREE_ELEMENTS = 1_000;

    /** Most bytes of messages that have begun and not ended, on all connections together: four of the longest. */
    public static final long MAX_PENDING_BYTES = 4L * MAX_MESSAGE_BYTES;

    /** A message of fewer bytes than this is never refused for want of room: an honest peer's are short. */
    private static final int ALWAYS_ROOM_BYTES = 64 * 1024;

    /** Messages in a second; a node that is all ears gets a block or two, and some transfers. */
    static final int MESSAGES_PER_SECOND = 100;

    /** Messages at once: the answers to a flood of news after a pause. */
    static final int MESSAGE_BURST = 1_000;

    /** Bytes in a second. */
    static final int BYTES_PER_SECOND = 1024 * 1024;

    /** Bytes at once: the longest message, and some more. */
    static final int BYTE_BURST = 20 * 1024 * 1024;

    /** Bytes that a request for blocks lets the peer send on top of its share. */
    public static final int ANSWER_BYTES = 2 * 1024 * 1024;

    private final AtomicLong allPending;
    private final Rate messages = new Rate(MESSAGES_PER_SECOND, MESSAGE_BURST, System::nanoTime);
    private final Rate bytes = new Rate(BYTES_PER_SECOND, BYTE_BURST, System::nanoTime);
    private int depth;
    private boolean inText;
    private boolean escaped;
    private int length; // of the message that has begun
    private int elements; // of it, as far as commas and brackets tell
    private int counted; // of its bytes, in allPending; after an offence that is less than length
    private volatile long begunNanos;
    private volatile boolean hasBegun;

    /** @param allPending counts the bytes of half messages on all connections */
    public Gate(AtomicLong allPending) {
        this.allPending = allPending;
    }

    /**
     * Looks at bytes that have arrived.
     *
     * @return how long to wait before reading on, in milliseconds
     * @throws Offence where a message is too long, too deep, made of too many parts, or there is no room for it
     */
    public long pass(byte[] data) throws Offence {
        int ended = 0;
        int before = length;
        for (byte b : data) {
            if (depth > 0) {
                length++;
            }
            look(b);
            check();
            if (depth == 0 && length > 0) {
                ended++;
                length = 0;
                elements = 0;
            }
        }
        long all = allPending.addAndGet(length - counted);
        counted = length;
        if (all > MAX_PENDING_BYTES && length > ALWAYS_ROOM_BYTES) {
            throw new Offence(Rule.ROOM, "too many long messages have begun at the same time");
        }
        if (length > 0 && (ended > 0 || before == 0)) {
            begunNanos = System.nanoTime();
        }
        hasBegun = length > 0;
        return Math.max(messages.take(ended), bytes.take(data.length));
    }

    private void check() throws Offence {
        if (depth > MAX_NESTING) {
            throw new Offence(Rule.NESTING, "a message is nested more than " + MAX_NESTING + " deep");
        }
        if (length > MAX_MESSAGE_BYTES) {
            throw new Offence(Rule.MESSAGE_SIZE, "a message has more than " + MAX_MESSAGE_BYTES + " bytes");
        }
        if (elements > FREE_ELEMENTS + length / BYTES_PER_ELEMENT) {
            throw new Offence(Rule.ELEMENTS, "a message is made of far more parts than any that means something");
        }
    }

    private void look(byte b) {
        if (escaped) {
            escaped = false;
        } else if (inText) {
            escaped = b == '\\';
            inText = b != '"';
        } else if (b == '"') {
            inText = depth > 0;
        } else if (b == '{' || b == '[') {
            depth++;
            elements++;
            length = Math.max(1, length);
        } else if (b == ',') {
            elements++;
        } else if ((b == '}' || b == ']') && depth > 0) {
            depth--;
        }
    }

    /** We have asked the peer for blocks, so it may send more than its share. */
    public void expectAnswer() {
        messages.credit(1);
        bytes.credit(ANSWER_BYTES);
    }

    /** How long a message has been on its way, in milliseconds; 0 where none is. */
    public long messageMillis() {
        return hasBegun ? (System.nanoTime() - begunNanos) / 1_000_000 : 0;
    }

    /** The connection has ended: what was held for it is not held any more. */
    public void close() {
        allPending.addAndGet(-counted);
        counted = 0;
        length = 0;
        hasBegun = false;
    }
}
