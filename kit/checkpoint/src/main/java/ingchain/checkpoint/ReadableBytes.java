package ingchain.checkpoint;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a person can read them: UTF-8 where it is UTF-8, the rest escaped, and of long ones the two ends. */
public final class ReadableBytes {
    private static final int SHOWN_WHOLE = 160;
    private static final int HEAD = 100;
    private static final int TAIL = 40;

    private ReadableBytes() {}

    /** The bytes between quotation marks; of long ones the beginning, the end and the size. */
    public static String quote(byte[] bytes) {
        if (bytes.length <= SHOWN_WHOLE) {
            return '"' + escape(bytes) + '"';
        }
        byte[] head = Arrays.copyOf(bytes, beforeCharacter(bytes, HEAD));
        byte[] tail = Arrays.copyOfRange(bytes, beforeCharacter(bytes, bytes.length - TAIL), bytes.length);
        return '"' + escape(head) + "\" ... \"" + escape(tail) + "\" (" + bytes.length + " bytes)";
    }

    /** As {@link #quote(byte[])}, of a text's UTF-8. */
    public static String quote(String text) {
        return quote(utf8(text));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The start of the UTF-8 character that this byte belongs to; the end is the start of what would follow. */
    static int beforeCharacter(byte[] bytes, int index) {
        int start = index;
        while (start > 0 && start < bytes.length && start > index - 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    /** All of them, without quotes. */
    static String escape(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        // The decoder stops at each byte that is not UTF-8: that one is shown as a number, and it goes on behind it.
        while (decoder.decode(in, out, true).isError() || in.hasRemaining()) {
            out.flip().chars().forEach(c -> append(text, (char) c));
            out.clear();
            decoder.reset();
            text.append(String.format("\\x%02x", in.get()));
        }
        out.flip().chars().forEach(c -> append(text, (char) c));
        return text.toString();
    }

    private static void append(StringBuilder text, char c) {
        switch (c) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
    }
}
