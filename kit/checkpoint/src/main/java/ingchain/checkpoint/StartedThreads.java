package ingchain.checkpoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The threads that the code under test starts. How many there are, and of what kind, is for the student to choose; but
 * there are things that can only be judged once they have done their work, and none of them may go on for ever. Virtual
 * threads are not seen: the JVM does not list them.
 */
public final class StartedThreads {
    private static final int POLL_MILLIS = 1;
    private static final int DONE_MILLIS = 500;

    private final Set<Thread> before = new HashSet<>(ofThisTest());

    private StartedThreads() {}

    /** Those that are started from now on. */
    public static StartedThreads fromNowOn() {
        return new StartedThreads();
    }

    /** Those that have not ended. */
    public List<Thread> alive() {
        return ofThisTest().stream().filter(thread -> !before.contains(thread)).toList();
    }

    /**
     * Gives them time to leave the student's code: what they had to do, such as writing to the log, is done then. Where
     * one stays there it is not waited for long, for that is no mistake; whoever calls this demands something else.
     */
    public void awaitDone() throws InterruptedException {
        long start = System.nanoTime();
        while (alive().stream().anyMatch(StartedThreads::isAtWork)
                && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(DONE_MILLIS)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Expects them all to end, or at least to leave the student's code: a pool may keep a thread for later.
     *
     * @throws CheckpointFailure where one is still there after a generous time
     */
    public void expectGone(Transcript transcript) throws Exception {
        transcript.await("no thread goes on", () -> alive().stream().noneMatch(StartedThreads::isAtWork));
    }

    /** One that has only just been started is not in the student's code yet, but will be. */
    private static boolean isAtWork(Thread thread) {
        return switch (thread.getState()) {
            case TERMINATED -> false;
            case WAITING, TIMED_WAITING ->
                Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("ingchain."));
            default -> true;
        };
    }

    /** Each test has a thread group of its own, into which the threads come that are started within it. */
    private static List<Thread> ofThisTest() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return Arrays.asList(threads).subList(0, count);
    }
}
