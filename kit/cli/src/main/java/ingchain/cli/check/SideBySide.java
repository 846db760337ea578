package ingchain.cli.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Test classes of one exercise that run in several workers at once. What comes of them is told as if one worker had run
 * them in their order: the first failure in that order counts, and nobody waits for what would come after it.
 */
final class SideBySide {
    private final List<String> order;
    private final AtomicInteger firstFailed = new AtomicInteger(Integer.MAX_VALUE);

    /** Runs test classes in one worker. */
    @FunctionalInterface
    interface Runner {
        /**
         * Runs them in order.
         *
         * @param enough asked again and again, with the results so far, whether the rest is not needed any more
         */
        List<TestResult> run(List<String> testClasses, Predicate<List<TestResult>> enough)
                throws IOException, InterruptedException;
    }

    /**
     * @param order all test classes
     */
    SideBySide(List<String> order) {
        this.order = order;
    }

    /** The results of all shares, in the order of the test classes. */
    List<TestResult> run(List<List<String>> shares, Runner runner) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(shares.size(), task -> {
            Thread thread = new Thread(task, "a share of the checkpoints");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<TestResult> results = new ArrayList<>();
            List<Callable<List<TestResult>>> tasks = new ArrayList<>();
            shares.forEach(share -> tasks.add(() -> runner.run(share, soFar -> isEnough(share, soFar))));
            for (Future<List<TestResult>> each : threads.invokeAll(tasks)) {
                results.addAll(each.get());
            }
            results.sort(Comparator.comparing(this::place)); // which leaves those of a class in their order
            return results;
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuntimeException asThrown(Throwable thrown) throws IOException, InterruptedException {
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof InterruptedException e) {
            throw e;
        }
        return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }

    /** Whether all of a share has ended that stands before the first failure, wherever that is. */
    private boolean isEnough(List<String> share, List<TestResult> soFar) {
        soFar.stream()
                .filter(result -> result.outcome().isFailure())
                .forEach(result -> firstFailed.accumulateAndGet(place(result), Math::min));
        int failed = firstFailed.get();
        if (failed == Integer.MAX_VALUE || share.contains(order.get(failed))) {
            return false; // a worker knows by itself what to leave out after a failure of its own
        }
        // Of the last class that has a result, there may be more to come.
        int reached = soFar.isEmpty() ? 0 : place(soFar.get(soFar.size() - 1));
        return share.stream().mapToInt(order::indexOf).noneMatch(place -> place >= reached && place < failed);
    }

    private int place(TestResult result) {
        return order.indexOf(result.testClass());
    }
}
