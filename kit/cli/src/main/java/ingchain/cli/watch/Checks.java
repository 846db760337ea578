package ingchain.cli.watch;

import ingchain.cli.check.Checker;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.LineUp;
import ingchain.cli.check.Progress;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.Progress.State;
import ingchain.cli.check.Workers;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Checks exercises in the background, one after the other: a new check ends the one on its way. */
final class Checks implements AutoCloseable {
    private static final int TRIES = 5;
    private static final int BETWEEN_TRIES_MILLIS = 100;
    private static final int GRACE_SECONDS = 2;

    private final Home home;
    private final Consumer<Event> events;
    private final Workers workers;
    private final Checker checker;
    private final LineUp lineUp;
    private final Progress progress;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "checks");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int latest;

    /**
     * @param events is told what comes of it; not what came of a check that was overtaken by another
     */
    Checks(Home home, Course course, Consumer<Event> events) {
        this.home = home;
        this.events = events;
        this.workers = new Workers(home);
        this.checker = new Checker(home, workers);
        this.lineUp = new LineUp(home, course, checker);
        this.progress = new Progress(home, course, checker);
    }

    private interface Task {
        /**
         * Does it.
         *
         * @param tells takes what comes of it
         */
        void run(Consumer<Event> tells) throws IOException, InterruptedException;
    }

    /** How far the student has come; nothing is run. Not while a check is on its way. */
    List<Entry> entries() throws IOException {
        return progress.entries();
    }

    /**
     * Warms up, so that the first check is as fast as the others: compiler, checkpoints and all run once on the reference.
     */
    void rehearse(Exercise exercise) {
        submit(tells -> {
            checker.rehearse(exercise);
            standReady(exercise);
        });
    }

    /** Checks an exercise on the student's code. */
    void start(Exercise exercise) {
        submit(tells -> {
            ExerciseResult result = patiently(exercise);
            tells.accept(new Event.Checked(result));
            standReady(exercise);
        });
    }

    /** Checks again what was done and has changed since. */
    void startChanged(Exercise current) {
        submit(tells -> {
            for (Step step : home.steps()) {
                List<Exercise> changed = entries().stream()
                        .filter(entry -> entry.state() == State.CHANGED && entry.wasDone())
                        .map(Entry::exercise)
                        .filter(exercise -> exercise.step().equals(step))
                        .toList();
                if (!changed.isEmpty()) {
                    checker.student(step, changed, lineUp.before(step));
                }
            }
            tells.accept(new Event.Rechecked());
            standReady(current);
        });
    }

    private void submit(Task task) {
        int own = ++latest;
        workers.stop();
        executor.execute(() -> {
            if (own == latest) {
                workers.goOn();
                run(task, own);
            }
        });
    }

    private void run(Task task, int own) {
        try {
            task.run(event -> tell(own, event));
        } catch (InterruptedException e) {
            // There is something newer to check.
        } catch (Exception e) {
            tell(own, new Event.Failed(e));
        }
    }

    /** Of what was overtaken meanwhile, nobody wants to hear. */
    private void tell(int own, Event event) {
        if (own == latest) {
            events.accept(event);
        }
    }

    /** A file may be gone for the moment in which an editor writes it afresh. */
    private ExerciseResult patiently(Exercise exercise) throws IOException, InterruptedException {
        for (int left = TRIES; ; left--) {
            try {
                return checker.student(exercise.step(), List.of(exercise), lineUp.before(exercise.step()))
                        .get(0);
            } catch (IOException | UncheckedIOException e) {
                if (left == 0) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    private void standReady(Exercise exercise) throws IOException {
        checker.standReady(exercise);
        // The compiler leaves tens of megabytes of garbage behind, and the next save may be a while.
        System.gc();
    }

    @Override
    public void close() {
        latest++;
        workers.stop();
        executor.shutdown();
        try {
            executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.close();
    }
}
