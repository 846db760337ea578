package ingchain.checkpoint;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Threads that have no part in a test: they were there before.
 *
 * @param threads that were there
 */
record Bystanders(Set<Thread> threads) {
    private static Bystanders ofAllTests;

    /** Looks who is there, the first time that it is called: before the first test begins. */
    static synchronized void note() {
        if (ofAllTests == null) {
            ofAllTests = now();
        }
    }

    /** Whether all that is still to happen is up to this thread, because no other takes part in the test. */
    static synchronized boolean leaveAllToThisThread() {
        return ofAllTests != null && ofAllTests.areAllBut(Thread.currentThread());
    }

    static Bystanders now() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        // Twice as many as were counted: some may start meanwhile.
        Thread[] threads = new Thread[2 * root.activeCount() + 10];
        int count = root.enumerate(threads);
        return new Bystanders(Arrays.stream(threads).limit(count).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether there is nobody else now but one thread. */
    boolean areAllBut(Thread one) {
        return now().threads.stream().allMatch(thread -> thread == one || threads.contains(thread));
    }
}
