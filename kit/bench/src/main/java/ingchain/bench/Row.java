package ingchain.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param figure how much; a ratio where {@code unit} is empty
 * @param unit of the figure and of its limit: "s", "MB", or nothing
 * @param limit what the figure is held to, or null where it is told for information only
 * @param detail what the figure was worked out from
 */
public record Row(String what, double figure, String unit, Limit limit, String detail) {
    /** Whether the figure keeps to its limit; true where it has none. */
    public boolean holds() {
        return limit == null || limit.holds(figure);
    }

    /** The row in Markdown. */
    String inTable() {
        String target = limit == null ? "" : (limit + " " + unit).strip();
        String verdict = limit == null ? "" : holds() ? "yes" : "**no**";
        String shown = String.format(Locale.ROOT, "%.2f %s", figure, unit).strip();
        return "| " + what + " | " + shown + " | " + target + " | " + verdict + " | " + detail + " |";
    }
}
