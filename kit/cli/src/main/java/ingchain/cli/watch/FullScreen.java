package ingchain.cli.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * The whole window. What is shown is compared with what was shown, and only the difference is written, so that nothing
 * flickers. The terminal's own screen comes back when it is closed, by whatever the program is ended.
 */
final class FullScreen implements Screen {
    /** A window that is smaller than this shows a part. */
    private static final int FEWEST_COLUMNS = 20;

    private static final int FEWEST_ROWS = 5;

    private final Terminal terminal;
    private final Display display;
    private final Attributes before;
    /** What brings the terminal's own screen back. */
    private final String leaving;

    private final SignalHandler interrupt;
    private final SignalHandler resize;
    private final Thread whenWeEnd = new Thread(this::leave);
    private View view;
    private int top;
    private boolean closed;

    /**
     * Takes the window at once.
     *
     * @param events is told keys, resizing and the end
     */
    FullScreen(Terminal terminal, Consumer<Event> events) {
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        leaving = text(terminal, Capability.cursor_visible) + text(terminal, Capability.exit_ca_mode);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        before = terminal.enterRawMode();
        interrupt = terminal.handle(Signal.INT, signal -> events.accept(new Event.Gone()));
        resize = terminal.handle(Signal.WINCH, signal -> events.accept(new Event.Resized()));
        terminal.handle(Signal.CONT, signal -> {
            enter();
            events.accept(new Event.Resized());
        });
        enter();
        Thread keys = new Thread(new Keys(terminal.reader(), events), "keys");
        keys.setDaemon(true);
        keys.start();
    }

    private synchronized void enter() {
        if (closed) {
            return;
        }
        terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        // Some terminals leave the cursor where it was; what is drawn begins at the top.
        terminal.puts(Capability.clear_screen);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        display.reset();
    }

    @Override
    public synchronized void show(View next) {
        if (closed) {
            return;
        }
        if (view == null || !view.subject().equals(next.subject())) {
            top = 0;
        }
        view = next;
        draw();
    }

    @Override
    public synchronized void scroll(int lines) {
        top += lines;
        draw();
    }

    @Override
    public synchronized void redraw() {
        display.clear();
    }

    @Override
    public synchronized int page() {
        return Math.max(1, terminal.getRows() - view.header().size() - 2);
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    private void draw() {
        int width = Math.max(FEWEST_COLUMNS, terminal.getColumns());
        int height = Math.max(FEWEST_ROWS, terminal.getRows());
        display.resize(Size.of(width, height));
        List<AttributedString> header = Wrap.lines(view.header(), width);
        List<AttributedString> footer = Wrap.lines(List.of(view.footer()), width);
        List<AttributedString> body = new ArrayList<>();
        int selected = -1;
        for (int i = 0; i < view.body().size(); i++) {
            if (i == view.selected()) {
                selected = body.size();
            }
            body.addAll(Wrap.lines(List.of(view.body().get(i)), width));
        }
        int room = Math.max(1, height - header.size() - footer.size() - 2);
        top = Math.max(0, Math.min(top, body.size() - room));
        if (selected >= 0) {
            top = Math.max(selected - room + 1, Math.min(top, selected));
        }
        int end = Math.min(body.size(), top + room);
        List<AttributedString> lines = new ArrayList<>(header);
        lines.add(AttributedString.EMPTY);
        lines.addAll(body.subList(top, end));
        while (lines.size() < height - footer.size()) {
            lines.add(AttributedString.EMPTY);
        }
        if (end < body.size()) {
            lines.set(height - footer.size() - 1, AttributedString.fromAnsi("  ..."));
        }
        lines.addAll(footer);
        display.update(lines.subList(0, Math.min(height, lines.size())), 0);
    }

    private synchronized void leave() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            terminal.writer().write(leaving);
            terminal.flush();
            terminal.setAttributes(before);
        } catch (IllegalStateException e) {
            // The program is being ended, and JLine was faster: it has closed its terminal, but not left the screen.
            leaveByHand();
        }
    }

    private void leaveByHand() {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(leaving.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // There is no terminal any more.
        }
    }

    private static String text(Terminal terminal, Capability capability) {
        String sequence = terminal.getStringCapability(capability);
        return sequence == null ? "" : Curses.tputs(sequence);
    }

    @Override
    public void close() {
        leave();
        terminal.handle(Signal.INT, interrupt);
        terminal.handle(Signal.WINCH, resize);
        try {
            Runtime.getRuntime().removeShutdownHook(whenWeEnd);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook has done this already.
        }
    }
}
