package ingchain.cli.watch;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.terminal.TerminalBuilder;

/** Puts the learner's loop together, for a terminal of this or that kind. */
public final class LearnersLoop {
    private final Home home;
    private final Course course;
    private final Terminal terminal;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /**
     * @param terminal whose colours and marks are used, and which is written to where nothing better is to be had
     */
    public LearnersLoop(Home home, Course course, Terminal terminal) {
        this.home = home;
        this.course = course;
        this.terminal = terminal;
    }

    /**
     * Runs in the terminal of this process until the user leaves.
     *
     * @param first the exercise to begin with; null for the first that is not done
     */
    public void run(Exercise first) throws IOException, InterruptedException {
        boolean plain = !terminal.interactive() || "dumb".equals(System.getenv("TERM"));
        if (plain) {
            runByLine(first);
            return;
        }
        org.jline.terminal.Terminal window;
        try {
            window = TerminalBuilder.builder()
                    .name("ingchain")
                    .system(true)
                    .dumb(false)
                    .encoding(StandardCharsets.UTF_8)
                    .nativeSignals(true)
                    .build();
        } catch (IOException | IllegalStateException e) {
            runByLine(first);
            return;
        }
        try (window) {
            runIn(window, first);
        }
    }

    /** Runs in a window until the user leaves. */
    public void runIn(org.jline.terminal.Terminal window, Exercise first) throws IOException, InterruptedException {
        run(first, told -> new FullScreen(window, told::add));
    }

    /** Runs line by line, until the user leaves or there is no more to read. */
    public void runByLine(Exercise first) throws IOException, InterruptedException {
        run(first, told -> new LineScreen(terminal, terminal.in(), told::add));
    }

    private void run(Exercise first, Function<BlockingQueue<Event>, Screen> screens)
            throws IOException, InterruptedException {
        List<Path> sources = home.steps().stream()
                .flatMap(step -> Stream.of(home.starter(step), home.resources(step)))
                .toList();
        try (Checks checks = new Checks(home, course, events::add);
                Saves saves = new Saves(sources, () -> events.add(new Event.Saved()));
                Screen screen = screens.apply(events)) {
            Pages pages = new Pages(home, course, terminal, screen.hasKeys(), saves.isPolling());
            new Watch(home, course, events, checks, screen, pages).run(first);
        }
    }
}
