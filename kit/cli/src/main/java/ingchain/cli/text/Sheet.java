package ingchain.cli.text;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Collects as lines what is written to a terminal of its own. */
public final class Sheet {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Terminal terminal;

    /**
     * @param colour whether the lines may hold escape sequences for colour
     * @param unicode whether they may hold marks beyond ASCII
     */
    public Sheet(boolean colour, boolean unicode) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        terminal = new Terminal(out, out, colour, unicode);
    }

    /** Where to write. */
    public Terminal terminal() {
        return terminal;
    }

    /** What was written so far. */
    public List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
