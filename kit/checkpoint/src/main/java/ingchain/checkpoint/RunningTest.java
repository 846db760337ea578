package ingchain.checkpoint;

import ingchain.exercise.ExerciseNotDone;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** One test on its way, from its first touch to its end: what it runs on, and what is seen meanwhile. */
final class RunningTest implements AutoCloseable {
    /** What a test, or one of its preparations, does. */
    interface Body {
        void run() throws Throwable;
    }

    private static final int LAST_WORDS_MILLIS = 100;
    private static final int ROUNDS = 3;

    private final String exercise;
    private final Pace pace;
    private final Transcript transcript;
    private final StudentCode code;
    // Threads started by the test come into its group, which tells them from those that an earlier test left behind.
    private final ThreadGroup threads = new ThreadGroup("checkpoint");
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Thread runner = Thread.currentThread();
    private final Thread.UncaughtExceptionHandler outerHandler = Thread.getDefaultUncaughtExceptionHandler();

    RunningTest(String exercise, Class<?> testClass, Pace pace) {
        this.exercise = exercise;
        this.pace = pace;
        this.transcript = new Transcript(exercise, pace.patienceMillis(), new Cleanup());
        this.code = new StudentCode(testClass);
        Bystanders.note();
        ExerciseNotDone.forget();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (isOurs(thread)) {
                uncaught.add(thrown);
            }
        });
    }

    Transcript transcript() {
        return transcript;
    }

    @Override
    public void close() {
        transcript.cleanup().run();
        Thread.setDefaultUncaughtExceptionHandler(outerHandler);
    }

    /** Runs a part of the test on a thread of its own, and tells what is known when it has ended or its time is up. */
    Evidence run(Body body) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(threads, () -> thrown[0] = thrownBy(body), "checkpoint " + exercise);
        thread.setDaemon(true);
        thread.start();
        awaitEnd(thread);
        if (thread.isAlive()) {
            Evidence evidence = evidence(null, ThreadStack.of(thread), ThreadStack.allBut(thread));
            thread.interrupt();
            return evidence;
        }
        if (thrown[0] != null && !(thrown[0] instanceof TestAbortedException)) {
            awaitLastWords();
        }
        return evidence(thrown[0], null, meanwhile(thrown[0]));
    }

    /**
     * Until the test has ended or its time is up. On a machine that is very busy, what takes so long may be the kit, the
     * loading of its classes say: that is not held against the student, and the test gets its time again.
     */
    private void awaitEnd(Thread thread) throws InterruptedException {
        int rounds = 0;
        do {
            thread.join(TimeUnit.SECONDS.toMillis(pace.limitSeconds()));
            rounds++;
        } while (rounds < ROUNDS && thread.isAlive() && isKitAtWork(ThreadStack.of(thread)));
    }

    private boolean isKitAtWork(ThreadStack thread) {
        return thread.state() == Thread.State.RUNNABLE
                && Position.of(thread, code).isEmpty()
                && thread.frames().stream()
                        .noneMatch(frame -> frame.getClassName().startsWith("sun.nio.ch."));
    }

    private Evidence evidence(Throwable thrown, ThreadStack testThread, List<ThreadStack> others) {
        return new Evidence(
                exercise,
                thrown,
                pace.limitSeconds(),
                List.copyOf(uncaught),
                testThread,
                others.stream().filter(other -> isOurs(other.thread())).toList(),
                transcript.suspect(),
                transcript.peers().size(),
                transcript.peers().stream().anyMatch(ScriptedPeer::isUnserved),
                transcript.sent(),
                transcript.logged(),
                ExerciseNotDone.met(),
                code);
    }

    private static Throwable thrownBy(Body body) {
        try {
            body.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static List<ThreadStack> meanwhile(Throwable thrown) {
        return thrown instanceof CheckpointFailure failure ? failure.meanwhile() : List.of();
    }

    /** A dying thread closes its socket first and is heard of only after: a peer may see the end before its cause. */
    private void awaitLastWords() throws InterruptedException {
        for (int waited = 0; waited < LAST_WORDS_MILLIS && uncaught.isEmpty(); waited += 10) {
            Thread.sleep(10);
        }
    }

    private boolean isOurs(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread != runner
                && (group == threads || group != null && !group.getName().equals(threads.getName()));
    }
}
