package ingchain.node.peer;

import ingchain.node.event.Events;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One thread on which a node decides what to send to whom. Messages arrive and blocks are mined on many threads; by
 * handing it all over to this one, what is known of a peer needs no locks, and nobody waits for a peer while holding
 * the chain's.
 */
public final class Desk implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final Events events;

    /**
     * @param name of the thread
     */
    public Desk(String name, Events events) {
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        this.events = events;
    }

    /** Does something as soon as everything handed in before is done. */
    public void soon(Runnable task) {
        later(0, task);
    }

    /** Does something after a while. */
    public void later(long millis, Runnable task) {
        try {
            thread.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The node is closing: there is nobody left to talk to.
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            events.tell("failure", "detail", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
