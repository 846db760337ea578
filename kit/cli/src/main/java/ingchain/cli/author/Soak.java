package ingchain.cli.author;

import ingchain.cli.check.Round;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs all checkpoints on the solutions again and again, most of the time on a busy machine. The solutions are right, so
 * whatever fails is a flake: a checkpoint that would blame a student for the machine.
 */
public final class Soak {
    /** The first of them is in a cold JVM, as a student's check is; the others cost less. */
    private static final int RUNS_IN_ONE_JVM = 10;

    private final Home home;
    private final Terminal terminal;
    private final SoakRuns runs;
    private int done;

    /** Of the solutions in this kit. */
    public Soak(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.runs = new SoakRuns(home, terminal);
    }

    /**
     * Runs it: a few times on the machine as it is, to measure, and then as often as asked for. Tells each failure at
     * once, and a summary in the end.
     *
     * @param busy how often with every core kept busy; a run is all checkpoints of all steps
     * @param pinned how often on one core alone, and that core kept busy
     * @return whether nothing failed
     */
    public boolean run(int busy, int pinned) throws IOException, InterruptedException {
        long start = System.nanoTime();
        idle();
        if (busy > 0) {
            series("soak.every-core", busy, Cores.all());
        }
        if (pinned > 0) {
            Optional<Cores> one = Cores.one();
            if (one.isPresent()) {
                series("soak.one-core", pinned, one.get());
            } else {
                terminal.say("soak.no-taskset");
            }
        }
        terminal.line();
        runs.tell();
        terminal.line();
        terminal.say("soak.sum", done, runs.tests(), runs.failures(), seconds(start));
        return runs.failures() == 0;
    }

    /** Tells how long all checkpoints of a step take in a warm JVM; a student who watches a step waits about as long. */
    private void idle() throws IOException, InterruptedException {
        heading("soak.idle", RUNS_IN_ONE_JVM, RUNS_IN_ONE_JVM);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<String> times = new ArrayList<>();
        batch(1, RUNS_IN_ONE_JVM, Cores.all(), times);
        terminal.say("soak.warm", String.join(", ", times));
        if (load > Cores.all().count()) {
            terminal.say("soak.load", String.format(Locale.ROOT, "%.1f", load));
        }
    }

    private void series(String heading, int last, Cores cores) throws IOException, InterruptedException {
        heading(heading, last, RUNS_IN_ONE_JVM, cores.name());
        for (int first = 1; first <= last; first += RUNS_IN_ONE_JVM) {
            try (BusyLoops load = new BusyLoops(home, cores)) {
                batch(first, Math.min(last, first + RUNS_IN_ONE_JVM - 1), cores, new ArrayList<>());
                load.assertBusy();
            }
        }
    }

    private void batch(int first, int last, Cores cores, List<String> times) throws IOException, InterruptedException {
        int tests = runs.tests();
        int failures = runs.failures();
        long start = System.nanoTime();
        for (Step step : home.steps()) {
            times.add(Texts.of("soak.warm-step", step, secondHalf(runs.run(step, first, last, cores))));
        }
        done += last - first + 1;
        terminal.say("soak.batch", first, last, runs.tests() - tests, runs.failures() - failures, seconds(start));
    }

    /** The median time of the later rounds, in seconds: by then the JVM is warm. */
    private static String secondHalf(List<Round> rounds) {
        List<Long> millis = rounds.subList(rounds.size() / 2, rounds.size()).stream()
                .map(Round::millis)
                .sorted()
                .toList();
        return String.format(Locale.ROOT, "%.2f", millis.get(millis.size() / 2) / 1_000.0);
    }

    private void heading(String key, Object... values) {
        terminal.line(terminal.bold(Texts.of(key, values)));
    }

    private static String seconds(long start) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
