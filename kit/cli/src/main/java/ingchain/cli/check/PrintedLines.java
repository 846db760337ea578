package ingchain.cli.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes what a process prints for as long as it does, and keeps the first lines of each test. Safe on any thread. */
final class PrintedLines implements Runnable {
    /** Kept for each test; an endless loop may print as much as it likes. */
    static final int KEPT = 20;

    private static final int WIDTH = 300;

    private final InputStream in;
    private List<String> lines = new ArrayList<>();

    PrintedLines(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            // The process has ended, and its output with it.
        }
    }

    private synchronized void add(String line) {
        if (lines.size() <= KEPT && !line.startsWith("Picked up ")) {
            lines.add(line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line);
        }
    }

    /**
     * The lines since the last call: at most one more than is to be shown, so that it can be told that there were more.
     */
    synchronized List<String> take() {
        List<String> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }
}
