package ingchain.cli.watch;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Breaks lines that are wider than the window between words, and indents what goes on below as far as the line was. */
final class Wrap {
    private Wrap() {}

    /** Lines of at most so many columns. A letter may take two. */
    static List<AttributedString> lines(List<String> texts, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        for (String text : texts) {
            AttributedString rest = AttributedString.fromAnsi(text);
            String indentation = " ".repeat(Math.min(indentation(rest), columns / 2));
            while (rest.columnLength() > columns) {
                int end = end(rest, columns, indentation.length());
                lines.add(rest.subSequence(0, end));
                while (end < rest.length() && rest.charAt(end) == ' ') {
                    end++;
                }
                rest = AttributedString.join(
                        AttributedString.EMPTY,
                        new AttributedString(indentation),
                        rest.subSequence(end, rest.length()));
            }
            lines.add(rest);
        }
        return lines;
    }

    /** How many characters fit, up to the last space; or in the middle of a word that is too long by itself. */
    private static int end(AttributedString line, int columns, int indentation) {
        int fits = line.columnSubSequence(0, columns).length();
        for (int end = fits; end > indentation; end--) {
            if (line.charAt(end) == ' ') {
                return end;
            }
        }
        return Math.max(fits, indentation + 1);
    }

    private static int indentation(AttributedString line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
