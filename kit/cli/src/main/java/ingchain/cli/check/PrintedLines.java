package ingchain.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes what a process prints for as long as it does, and keeps the first lines of each test. Safe on any thread. */
final class PrintedLines implements Runnable {
    /** Kept for each test; an endless loop may print as much as it likes. */
    static final int KEPT = 20;

    private static final int WIDTH = 300;
    private static final int PIECE = 8192;

    private final InputStream in;
    private final StringBuilder line = new StringBuilder();
    private List<String> lines = new ArrayList<>();

    PrintedLines(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        char[] piece = new char[PIECE];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
                add(piece, length);
            }
        } catch (IOException e) {
            // The process has ended, and its output with it.
        }
        endUnfinishedLine();
    }

    private synchronized void add(char[] piece, int length) {
        for (int i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                endLine();
            } else if (line.length() <= WIDTH && piece[i] != '\r') {
                // An escape sequence would be obeyed by the terminal on which the line is shown.
                line.append(Character.isISOControl(piece[i]) ? ' ' : piece[i]);
            }
        }
    }

    private synchronized void endLine() {
        if (lines.size() <= KEPT && line.indexOf("Picked up ") != 0) {
            lines.add(line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line.toString());
        }
        line.setLength(0);
    }

    private synchronized void endUnfinishedLine() {
        if (line.length() > 0) {
            endLine();
        }
    }

    /**
     * The lines since the last call: at most one more than is to be shown, so that it can be told that there were more.
     */
    synchronized List<String> take() {
        endUnfinishedLine();
        List<String> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }
}
