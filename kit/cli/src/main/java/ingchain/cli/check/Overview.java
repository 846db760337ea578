package ingchain.cli.check;

import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.Progress.State;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a student has come, in lines and a bar. */
public final class Overview {
    private static final int BAR = 30;

    private final Home home;
    private final Terminal terminal;
    private final List<Entry> entries;

    /** With the marks and colours of this terminal. */
    public Overview(Home home, Terminal terminal, List<Entry> entries) {
        this.home = home;
        this.terminal = terminal;
        this.entries = entries;
    }

    /** A line for each exercise, in order. */
    public List<String> lines() {
        int width = entries.stream()
                .mapToInt(entry -> entry.exercise().label().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String label = entry.exercise().label();
            lines.add(mark(entry) + " " + label + " ".repeat(width - label.length()) + "  " + words(entry));
        }
        return lines;
    }

    /** A bar over all exercises but the bonus, and how many of them are done. */
    public String bar() {
        List<Entry> counted =
                entries.stream().filter(entry -> !entry.exercise().isBonus()).toList();
        long done = counted.stream().filter(Entry::isDone).count();
        long changed = counted.stream()
                .filter(entry -> !entry.isDone() && entry.state() == State.CHANGED && entry.wasDone())
                .count();
        int all = Math.max(1, counted.size());
        int full = (int) (BAR * done / all);
        int light = (int) (BAR * (done + changed) / all) - full;
        String bar = terminal.green(terminal.mark("█", "#").repeat(full))
                + terminal.yellow(terminal.mark("▒", "+").repeat(light))
                + terminal.faint(terminal.mark("░", ".").repeat(BAR - full - light));
        return bar + "  " + Texts.of("status.count", done, counted.size());
    }

    /** The first exercise that is not done, a bonus last; empty where all are. */
    public Optional<Exercise> next() {
        return first(false).or(() -> first(true));
    }

    /** Where the next exercise is to be written, and where to read about it. */
    public List<String> nextSteps() throws IOException {
        Optional<Exercise> next = next();
        if (next.isEmpty()) {
            return List.of(Texts.of("status.all-done"));
        }
        Exercise exercise = next.get();
        return List.of(
                "",
                Texts.of(exercise.isBonus() ? "status.next-bonus" : "status.next", terminal.bold(exercise.label())),
                Texts.of("status.write", new UndonePlaces(home, exercise.step()).place(exercise)),
                Texts.of("status.read", Chapter.place(home, exercise)),
                Texts.of("status.check", exercise.number()));
    }

    private Optional<Exercise> first(boolean bonus) {
        return entries.stream()
                .filter(entry -> !entry.isDone() && entry.exercise().isBonus() == bonus)
                .map(Entry::exercise)
                .findFirst();
    }

    private String words(Entry entry) {
        String words = switch (entry.state()) {
            case CHECKED -> Texts.of(entry.last().orElseThrow().key());
            case NOT_DONE -> terminal.faint(Texts.of(Outcome.NOT_DONE.key()));
            case CHANGED ->
                Texts.of("status.changed", Texts.of(entry.last().orElseThrow().key()));
            case NOT_CHECKED -> Texts.of("status.not-checked");
        };
        return entry.exercise().isBonus() ? words + " " + terminal.faint(Texts.of("check.bonus")) : words;
    }

    private String mark(Entry entry) {
        return switch (entry.state()) {
            case CHECKED -> OutcomeMark.of(terminal, entry.last().orElseThrow());
            case NOT_DONE -> OutcomeMark.of(terminal, Outcome.NOT_DONE);
            case CHANGED -> terminal.yellow(terminal.mark("~", "~"));
            case NOT_CHECKED -> terminal.yellow("?");
        };
    }
}
