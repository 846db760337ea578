package ingchain.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes with a mark under the place where they stopped being what they should be. */
final class Caret {
    private static final Pattern COLUMN = Pattern.compile("at line 1 column (\\d+)");
    private static final int BEFORE = 60;
    private static final int AFTER = 30;

    private Caret() {}

    /** Two lines to follow a sentence, each begun by a line end: the bytes around the offset, and a ^ under it. */
    static String under(byte[] bytes, int offset) {
        int at = ReadableBytes.beforeCharacter(bytes, Math.min(offset, bytes.length));
        int from = ReadableBytes.beforeCharacter(bytes, Math.max(0, at - BEFORE));
        int to = ReadableBytes.beforeCharacter(bytes, Math.min(bytes.length, at + AFTER));
        String before = (from > 0 ? "... " : "") + ReadableBytes.escape(Arrays.copyOfRange(bytes, from, at));
        String after = ReadableBytes.escape(Arrays.copyOfRange(bytes, at, to)) + (to < bytes.length ? " ..." : "");
        return "\n" + before + after + "\n" + " ".repeat(columns(before)) + "^";
    }

    /** The same for a text that may end within a character. */
    static String under(byte[] text, Exception broken) {
        return under(new String(text, StandardCharsets.UTF_8), broken);
    }

    /** The same where a parser says that it broke, by Gson's "at line 1 column 18"; nothing where it does not say. */
    static String under(String text, Exception broken) {
        Matcher column = COLUMN.matcher(String.valueOf(broken.getMessage()));
        if (!column.find()) {
            return "";
        }
        // Gson has read the character that it does not like, and counts from 1.
        int character = Math.min(text.length(), Math.max(0, Integer.parseInt(column.group(1)) - 2));
        return under(ReadableBytes.utf8(text), ReadableBytes.utf8(text.substring(0, character)).length);
    }

    /** The first byte in which the two differ. */
    static int difference(byte[] one, byte[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }

    /** How wide a terminal shows the text: East Asian characters and emoji take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(Caret::columns).sum();
    }

    private static int columns(int codePoint) {
        boolean wide = Character.isIdeographic(codePoint)
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return wide ? 2 : 1;
    }
}
