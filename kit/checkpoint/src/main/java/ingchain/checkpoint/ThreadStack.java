package ingchain.checkpoint;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where a thread stood at one moment.
 *
 * @param frames innermost call first
 * @param lockOwner the id of the thread that holds the lock that this one waits for; -1 where there is none
 * @param deadlocked whether it waits for a lock that can never be free again
 */
record ThreadStack(
        Thread thread, Thread.State state, List<StackTraceElement> frames, long lockOwner, boolean deadlocked) {
    static ThreadStack of(Thread thread) {
        return of(thread, thread.getStackTrace(), deadlockedIds());
    }

    /** Every live thread but one. Virtual threads are missing: the JVM does not list them. */
    static List<ThreadStack> allBut(Thread one) {
        Set<Long> deadlocked = deadlockedIds();
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != one)
                .map(entry -> of(entry.getKey(), entry.getValue(), deadlocked))
                .toList();
    }

    private static ThreadStack of(Thread thread, StackTraceElement[] frames, Set<Long> deadlocked) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        return new ThreadStack(
                thread,
                thread.getState(),
                List.of(frames),
                info == null ? -1 : info.getLockOwnerId(),
                deadlocked.contains(thread.getId()));
    }

    /** Whether it waits for somebody to call, by accept() or by a selector. */
    boolean accepts() {
        return frames.stream().anyMatch(ThreadStack::isAccept);
    }

    static boolean isAccept(StackTraceElement frame) {
        return frame.getClassName().endsWith("ServerSocket")
                        && frame.getMethodName().equals("accept")
                || frame.getClassName().endsWith("ServerSocketChannelImpl")
                || frame.getClassName().endsWith("SelectorImpl");
    }

    private static Set<Long> deadlockedIds() {
        long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return ids == null ? Set.of() : LongStream.of(ids).boxed().collect(Collectors.toSet());
    }
}
