package ingchain.checkpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What happened in a checkpoint, step by step: who connected, what was sent, received and logged. The steps have one
 * order for all threads, the order in which they were noted. A failed checkpoint prints it, so a student sees what led
 * there.
 */
public final class Transcript {
    private static final int POLL_MILLIS = 1;
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int PIECES_KEPT = 4;

    private final List<String> steps = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Deque<byte[]> sent = new ArrayDeque<>();
    private final List<ScriptedPeer> peers;
    private volatile String suspect;
    private final Cleanup cleanup;
    private final String exercise;
    private final int patienceMillis;

    /** A transcript outside of any exercise. */
    public Transcript() {
        this(null, PATIENCE_MILLIS, new Cleanup(), new CopyOnWriteArrayList<>());
    }

    Transcript(String exercise, int patienceMillis, Cleanup cleanup) {
        this(exercise, patienceMillis, cleanup, new CopyOnWriteArrayList<>());
    }

    private Transcript(String exercise, int patienceMillis, Cleanup cleanup, List<ScriptedPeer> peers) {
        this.exercise = exercise;
        this.patienceMillis = patienceMillis;
        this.cleanup = cleanup;
        this.peers = peers;
    }

    /** For what happens a hundred times: has the same deadlines and the same cleanup, but nobody is shown its steps. */
    public Transcript aside() {
        return new Transcript(exercise, patienceMillis, cleanup, peers);
    }

    /**
     * Notes one step.
     *
     * @param what a short sentence without a full stop, such as "peer A closes the connection"
     */
    public synchronized void step(String what) {
        steps.add(what);
    }

    /**
     * Notes one step of which not all is known yet.
     *
     * @return adds to what was noted
     */
    synchronized Consumer<String> beginStep(String what) {
        int index = steps.size();
        steps.add(what);
        return more -> add(index, more);
    }

    private synchronized void add(int index, String more) {
        steps.set(index, steps.get(index) + more);
    }

    /**
     * Notes one step in which bytes play a part: they are shown behind it, readable and shortened.
     *
     * @param what such as "the handler receives"
     */
    public void step(String what, byte[] bytes) {
        step(what + " " + ReadableBytes.quote(bytes));
    }

    /** Notes a line that the student's code has logged. */
    synchronized void log(String line) {
        step("log: " + line);
        logged.add(String.valueOf(line));
    }

    synchronized List<String> logged() {
        return List.copyOf(logged);
    }

    /**
     * Tells what it would mean if an expectation broke from here on, where nothing more certain is found.
     *
     * @param causeId the kind of mistake, a key of causes.properties; null for none in particular
     */
    public void suspect(String causeId) {
        suspect = causeId;
    }

    String suspect() {
        return suspect;
    }

    /**
     * Notes a piece that the student's code is given to read, so that the cause may be read from it when it fails. It
     * is no step: tell of it, too.
     */
    public synchronized void gives(byte[] piece) {
        if (sent.size() == PIECES_KEPT) {
            sent.remove();
        }
        sent.add(piece);
    }

    synchronized List<byte[]> sent() {
        return List.copyOf(sent);
    }

    void add(ScriptedPeer peer) {
        peers.add(peer);
    }

    /** All scripted peers of the test, in the order in which they were connected. */
    List<ScriptedPeer> peers() {
        return peers;
    }

    /** The steps so far, each with its number before it; a copy. The same step again and again is one line. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); ) {
            int next = i + 1;
            while (next < steps.size() && steps.get(next).equals(steps.get(i))) {
                next++;
            }
            lines.add((lines.size() + 1) + ". " + steps.get(i) + (next == i + 1 ? "" : ", " + (next - i) + " times"));
            i = next;
        }
        return lines;
    }

    /**
     * Waits until something holds, and notes it as a step. For what cannot be seen on a socket.
     *
     * @param what what is to hold, such as "port 8555 is free"
     * @param holds asked again and again until it answers true
     * @throws CheckpointFailure where it still doesn't hold after a generous time
     * @throws Exception what {@code holds} throws
     */
    public void await(String what, Callable<Boolean> holds) throws Exception {
        Deadline deadline = new Deadline(this);
        while (!holds.call()) {
            if (deadline.passed()) {
                throw CheckpointFailure.late("waited " + deadline.waited() + " for this, in vain: " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
        step(what);
    }

    /**
     * Waits for something that happens within this program, without sockets: by this thread's doing it has happened
     * already, and another thread may need a moment more.
     *
     * @param happened asked again and again until it answers true
     * @return false where it has not happened after a generous time, or no thread is left that could make it happen
     * @throws Exception what {@code happened} throws
     */
    public boolean happens(Callable<Boolean> happened) throws Exception {
        Deadline deadline = new Deadline(this);
        while (!happened.call()) {
            boolean over = deadline.passed() || Bystanders.leaveAllToThisThread();
            if (over) {
                return happened.call(); // the last thread may have ended after it had done it
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /**
     * Waits until a value is what it should be, and notes it as a step. Says what it was where it never is.
     *
     * @param what what the value is, such as "peers()"
     * @param expected compared by equals
     * @param actual asked again and again
     * @throws CheckpointFailure where the value is still another one after a generous time
     * @throws Exception what {@code actual} throws
     */
    public void awaitEquals(String what, Object expected, Callable<?> actual) throws Exception {
        Deadline deadline = new Deadline(this);
        for (Object value = actual.call(); !expected.equals(value); value = actual.call()) {
            if (deadline.passed()) {
                throw CheckpointFailure.late(what + " should be " + show(expected) + ", but after " + deadline.waited()
                        + " is " + show(value));
            }
            Thread.sleep(POLL_MILLIS);
        }
        step(what + " is " + show(expected));
    }

    /**
     * Expects a call to throw, and notes the message as a step. Another exception than that is passed on.
     *
     * @param what what is called, such as "connect()"
     * @return what was thrown
     * @throws CheckpointFailure where the call returns
     * @throws Exception what else it throws
     */
    public <T extends Exception> T expectThrows(Class<T> type, String what, Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (Exception e) {
            if (!type.isInstance(e)) {
                throw e;
            }
            step(what + " throws " + type.getSimpleName() + ": " + e.getMessage());
            return type.cast(e);
        }
        throw new CheckpointFailure(
                what + " should throw " + type.getSimpleName() + ", but returned as if all were well");
    }

    /** The exercise under test, or null outside of one. */
    String exercise() {
        return exercise;
    }

    /** How long one expectation waits before it is given up, in milliseconds. */
    int patienceMillis() {
        return patienceMillis;
    }

    /** What is closed when the checkpoint has ended. */
    Cleanup cleanup() {
        return cleanup;
    }

    private static String show(Object value) {
        return value instanceof String text ? ReadableBytes.quote(text) : String.valueOf(value);
    }
}
