package ingchain.checkpoint;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The threads that the code under test starts. How many there are, and of what kind, is for the student to choose; but
 * there are things that can only be judged once they have done their work, and none of them may keep a core busy for
 * nothing. Virtual threads are not seen: the JVM does not list them.
 */
public final class StartedThreads {
    private static final int POLL_MILLIS = 5;
    private static final int DONE_MILLIS = 500;
    private static final int WINDOW_MILLIS = 200;
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

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
        while (alive().stream().anyMatch(StartedThreads::isInStudentsCode)
                && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(DONE_MILLIS)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Expects them to end, or to wait for something.
     *
     * @throws CheckpointFailure where they are still busy after a generous time
     */
    public void expectAtRest(Transcript transcript) throws Exception {
        transcript.await("no thread goes round and round any more", this::areAtRest);
    }

    private boolean areAtRest() throws InterruptedException {
        long start = cpuNanos();
        for (int waited = 0; waited < WINDOW_MILLIS && !alive().isEmpty(); waited += POLL_MILLIS) {
            Thread.sleep(POLL_MILLIS);
        }
        return cpuNanos() - start < BUSY_NANOS;
    }

    /** The processor time that they have used; a thread that has ended counts no more, and so is at rest. */
    private long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return alive().stream()
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getId())))
                .sum();
    }

    private static boolean isInStudentsCode(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("ingchain."));
    }

    /** Each test has a thread group of its own, into which the threads come that are started within it. */
    private static List<Thread> ofThisTest() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return Arrays.asList(threads).subList(0, count);
    }
}
