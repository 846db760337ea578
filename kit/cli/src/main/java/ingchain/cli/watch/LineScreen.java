package ingchain.cli.watch;

import ingchain.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** For a terminal that can only write one line after the other, and reads only whole lines: an editor's, say, or a pipe. */
final class LineScreen implements Screen {
    private final Terminal terminal;
    private List<String> shown = List.of();

    /**
     * @param in where lines are read from, on a thread of its own
     * @param events is told each line, and the end
     */
    LineScreen(Terminal terminal, InputStream in, Consumer<Event> events) {
        this.terminal = terminal;
        Thread reader = new Thread(() -> read(in, events), "lines");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(InputStream in, Consumer<Event> events) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.accept(new Event.Line(line.strip()));
            }
        } catch (IOException e) {
            // There is no more to read.
        }
        events.accept(new Event.Gone());
    }

    @Override
    public void show(View view) {
        List<String> body = view.brief() == null ? view.body() : List.of(view.brief());
        if (body.equals(shown)) {
            return;
        }
        shown = body;
        if (view.brief() != null) {
            terminal.line(view.brief());
            return;
        }
        terminal.line();
        view.header().forEach(terminal::line);
        body.forEach(terminal::line);
        terminal.line();
        terminal.line(view.footer());
    }

    @Override
    public void scroll(int lines) {
        // Who reads line by line has everything above.
    }

    @Override
    public void redraw() {
        shown = List.of();
    }

    @Override
    public int page() {
        return 0;
    }

    @Override
    public boolean hasKeys() {
        return false;
    }

    @Override
    public void close() {
        // Nothing was changed.
    }
}
