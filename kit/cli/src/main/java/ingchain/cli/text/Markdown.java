package ingchain.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown of chapters and hints as plain lines for a terminal: one line for each paragraph, because only the terminal
 * knows how wide it is. Tables and code stay as they are typed.
 */
public final class Markdown {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w*])\\*([^*\\s][^*]*)\\*(?![\\w*])");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");
    /** What begins a line of its own: an item of a list, a row of a table, a quotation. */
    private static final Pattern OWN_LINE = Pattern.compile("\\s*([-*+|>]|\\d+\\.)\\s.*|\\|.*");

    private final Terminal terminal;
    private final List<String> shown = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    private Markdown(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The lines to show, with the colours of this terminal. */
    public static List<String> lines(List<String> markdown, Terminal terminal) {
        Markdown text = new Markdown(terminal);
        boolean code = false;
        for (String line : markdown) {
            if (line.strip().startsWith("```")) {
                text.endParagraph();
                code = !code;
            } else if (code) {
                text.shown.add("    " + line);
            } else {
                text.add(line);
            }
        }
        text.endParagraph();
        return text.shown;
    }

    private void add(String line) {
        if (line.isBlank()) {
            endParagraph();
            shown.add("");
        } else if (line.startsWith("#")) {
            endParagraph();
            shown.add(terminal.bold(line.replaceFirst("^#+\\s*", "")));
        } else {
            if (OWN_LINE.matcher(line).matches()) {
                endParagraph();
                paragraph.append(line.stripTrailing());
            } else {
                paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
            }
        }
    }

    private void endParagraph() {
        if (paragraph.length() > 0) {
            String plain = LINK.matcher(paragraph).replaceAll("$1");
            String bold =
                    BOLD.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(terminal.bold(match.group(1))));
            shown.add(ITALIC.matcher(bold).replaceAll("$1"));
            paragraph.setLength(0);
        }
    }
}
