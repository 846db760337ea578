package ingchain.checkpoint;

import java.util.List;

/** Where a thread stood at one moment, innermost call first. */
record ThreadStack(Thread thread, Thread.State state, List<StackTraceElement> frames) {
    static ThreadStack of(Thread thread) {
        return new ThreadStack(thread, thread.getState(), List.of(thread.getStackTrace()));
    }

    /** Every live thread but one. Virtual threads are missing: the JVM does not list them. */
    static List<ThreadStack> allBut(Thread one) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != one)
                .map(entry -> new ThreadStack(entry.getKey(), entry.getKey().getState(), List.of(entry.getValue())))
                .toList();
    }
}
