package ingchain.cli;

import ingchain.cli.check.Outcome;
import ingchain.cli.check.OutcomeMark;
import ingchain.cli.check.Progress;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.Progress.State;
import ingchain.cli.check.UndonePlaces;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Step;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows how far the student has come, without running anything. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private static final int BAR = 30;

    private final Kit kit;
    private final Terminal terminal;

    StatusCommand(Kit kit) {
        this.kit = kit;
        this.terminal = kit.terminal();
    }

    @Override
    public Integer call() throws IOException {
        List<Entry> entries = new Progress(kit.home(), Course.read(kit.home())).entries();
        int width = entries.stream()
                .mapToInt(entry -> entry.exercise().label().length())
                .max()
                .orElse(0);
        Step step = null;
        for (Entry entry : entries) {
            if (!entry.exercise().step().equals(step)) {
                step = entry.exercise().step();
                terminal.line(terminal.bold(Texts.of("check.step", step.number(), step.folder())));
            }
            terminal.line("  " + mark(entry) + " " + padded(entry.exercise().label(), width) + "  " + words(entry));
        }
        terminal.line();
        bar(entries.stream().filter(entry -> !entry.exercise().isBonus()).toList());
        next(entries);
        return ExitCode.HOLDS;
    }

    private void bar(List<Entry> entries) {
        long done = entries.stream().filter(Entry::isDone).count();
        long changed = entries.stream()
                .filter(entry -> !entry.isDone() && entry.state() == State.CHANGED && entry.wasDone())
                .count();
        int all = Math.max(1, entries.size());
        int full = (int) (BAR * done / all);
        int light = (int) (BAR * (done + changed) / all) - full;
        String bar = terminal.green(terminal.mark("█", "#").repeat(full))
                + terminal.yellow(terminal.mark("▒", "+").repeat(light))
                + terminal.faint(terminal.mark("░", ".").repeat(BAR - full - light));
        terminal.line(bar + "  " + Texts.of("status.count", done, entries.size()));
    }

    private void next(List<Entry> entries) throws IOException {
        Optional<Exercise> next = first(entries, false).or(() -> first(entries, true));
        if (next.isEmpty()) {
            terminal.say("status.all-done");
            return;
        }
        Exercise exercise = next.get();
        terminal.line();
        terminal.line(
                Texts.of(exercise.isBonus() ? "status.next-bonus" : "status.next", terminal.bold(exercise.label())));
        terminal.say("status.write", new UndonePlaces(kit.home(), exercise.step()).place(exercise));
        terminal.say("status.read", Chapter.place(exercise));
        terminal.say("status.check", exercise.number());
    }

    private static Optional<Exercise> first(List<Entry> entries, boolean bonus) {
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

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
