package ingchain.checkpoint;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where a thread stood at one moment.
 *
 * @param frames innermost call first
 * @param deadlocked whether it waits for a lock that can never be free again
 */
record ThreadStack(Thread thread, Thread.State state, List<StackTraceElement> frames, boolean deadlocked) {
    static ThreadStack of(Thread thread) {
        boolean deadlocked = deadlockedIds().contains(thread.getId());
        return new ThreadStack(thread, thread.getState(), List.of(thread.getStackTrace()), deadlocked);
    }

    /** Every live thread but one. Virtual threads are missing: the JVM does not list them. */
    static List<ThreadStack> allBut(Thread one) {
        Set<Long> deadlocked = deadlockedIds();
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != one)
                .map(entry -> new ThreadStack(
                        entry.getKey(),
                        entry.getKey().getState(),
                        List.of(entry.getValue()),
                        deadlocked.contains(entry.getKey().getId())))
                .toList();
    }

    /** Whether it waits for somebody to call, by accept() or by a selector. */
    boolean accepts() {
        return frames.stream()
                .anyMatch(frame -> frame.getClassName().endsWith("ServerSocket")
                                && frame.getMethodName().equals("accept")
                        || frame.getClassName().endsWith("ServerSocketChannelImpl")
                        || frame.getClassName().endsWith("SelectorImpl"));
    }

    private static Set<Long> deadlockedIds() {
        long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return ids == null ? Set.of() : LongStream.of(ids).boxed().collect(Collectors.toSet());
    }
}
