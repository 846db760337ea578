package ingchain.cli.check;

import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where workers come from: some may stand ready, started before anybody knows on what code they will run. */
public final class Workers implements AutoCloseable {
    private final Home home;
    private final List<String> prefix;
    private final List<String> options;
    private final List<Spare> spares = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * One that stands ready.
     *
     * @param share the test classes that it has rehearsed; none where it is ready for anything
     */
    private record Spare(Worker worker, List<String> share) {}

    /** None stands ready yet. */
    public Workers(Home home) {
        this(home, List.of(), List.of());
    }

    /**
     * @param prefix a command that starts the JVM of each, such as taskset and what it needs; mostly empty
     * @param options more options for these JVMs; mostly none
     */
    Workers(Home home, List<String> prefix, List<String> options) {
        this.home = home;
        this.prefix = prefix;
        this.options = options;
    }

    /** Starts a worker that the next run will take, where none stands ready. */
    public synchronized void prepare() throws IOException {
        keep(spare -> spare.worker().isAlive());
        if (spares.isEmpty()) {
            spares.add(new Spare(new Worker(home, prefix, options), List.of()));
        }
    }

    /**
     * Starts a worker for each share of the next run, where none stands ready for it, and has it rehearse that share.
     * Those that stand ready for anything else are ended.
     *
     * @param folders classes of checkpoints and of code that is known to be harmless
     * @param shares what to run of them
     */
    synchronized void prepare(List<Path> folders, List<List<String>> shares) throws IOException {
        keep(spare -> spare.worker().isAlive() && shares.contains(spare.share()));
        for (List<String> share : shares) {
            if (spares.stream().noneMatch(spare -> spare.share().equals(share))) {
                Spare spare = new Spare(new Worker(home, prefix, options), share);
                spares.add(spare);
                spare.worker().rehearse(folders, share);
            }
        }
    }

    private void keep(Predicate<Spare> wanted) {
        List<Spare> unwanted = spares.stream().filter(wanted.negate()).toList();
        spares.removeAll(unwanted);
        unwanted.forEach(spare -> spare.worker().close());
    }

    /** The shares of these test classes that workers stand ready for; all in one where they do not for each of them. */
    synchronized List<List<String>> shares(List<String> testClasses) {
        return haveRehearsed(testClasses) ? spares.stream().map(Spare::share).toList() : List.of(testClasses);
    }

    /** Whether those that stand ready have rehearsed just these test classes. */
    synchronized boolean haveRehearsed(List<String> testClasses) {
        List<List<String>> shares = spares.stream().map(Spare::share).toList();
        return shares.stream().mapToInt(List::size).sum() == testClasses.size()
                && shares.stream().allMatch(testClasses::containsAll);
    }

    /**
     * Runs test classes on one of them, best on one that has rehearsed them.
     *
     * @param rounds how often to run them all
     * @param enough asked again and again, with the results so far, whether the rest is not needed any more
     * @throws InterruptedException where it was stopped
     */
    Worker.Run run(
            List<Path> folders,
            List<String> testClasses,
            int rounds,
            Duration patience,
            Predicate<List<TestResult>> enough)
            throws IOException, InterruptedException {
        return take(testClasses).run(folders, testClasses, rounds, patience, enough, () -> stopped);
    }

    private synchronized Worker take(List<String> testClasses) throws IOException {
        keep(spare -> spare.worker().isAlive());
        Spare taken = spares.stream()
                .filter(spare -> spare.share().equals(testClasses))
                .findFirst()
                .orElse(spares.isEmpty() ? null : spares.get(0));
        spares.remove(taken);
        return taken == null ? new Worker(home, prefix, options) : taken.worker();
    }

    /**
     * Ends the run that is on its way, and every other until {@link #goOn}. Nobody's thread is interrupted for it: it may
     * be in the compiler, which takes that badly.
     */
    public void stop() {
        stopped = true;
    }

    /** Lets there be runs again. */
    public void goOn() {
        stopped = false;
    }

    @Override
    public synchronized void close() {
        keep(spare -> false);
    }
}
