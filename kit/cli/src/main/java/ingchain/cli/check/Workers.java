package ingchain.cli.check;

import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Where workers come from: one may stand ready, and is started before anybody knows what it will run. */
public final class Workers implements AutoCloseable {
    private final Home home;
    private final List<String> prefix;
    private final List<String> options;
    private Worker spare;
    private volatile boolean stopped;

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
        if (spare == null || !spare.isAlive()) {
            spare = new Worker(home, prefix, options);
        }
    }

    /**
     * Starts a worker for the next run, where none stands ready, and has it rehearse.
     *
     * @param folders classes of checkpoints and of code that is known to be harmless
     * @param testClasses what to run of them
     */
    public synchronized void prepare(List<Path> folders, List<String> testClasses) throws IOException {
        if (spare == null || !spare.isAlive()) {
            spare = new Worker(home, prefix, options);
            spare.rehearse(folders, testClasses);
        }
    }

    /**
     * Runs test classes on one of them.
     *
     * @param rounds how often to run them all
     * @throws InterruptedException where it was stopped
     */
    Worker.Run run(List<Path> folders, List<String> testClasses, int rounds, Duration patience)
            throws IOException, InterruptedException {
        return take().run(folders, testClasses, rounds, patience, () -> stopped);
    }

    private synchronized Worker take() throws IOException {
        Worker taken = spare != null && spare.isAlive() ? spare : new Worker(home, prefix, options);
        spare = null;
        return taken;
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
        if (spare != null) {
            spare.close();
            spare = null;
        }
    }
}
