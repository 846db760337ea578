package ingchain.checkpoint;

import java.util.List;

/** A checkpoint does not hold. The message is a sentence for the student. */
public final class CheckpointFailure extends AssertionError {
    // transient: a failure is never sent anywhere, but every Throwable is Serializable.
    private final transient List<ThreadStack> meanwhile;
    private final transient String causeId;
    private final transient String usualId;

    /**
     * @param sentence what was expected and what was seen instead
     */
    public CheckpointFailure(String sentence) {
        this(sentence, List.of(), null, null);
    }

    /**
     * An expectation broke in a way that tells the cause.
     *
     * @param causeId the kind of mistake, a key of causes.properties
     * @param sentence what was expected and what was seen instead
     */
    public static CheckpointFailure because(String causeId, String sentence) {
        return new CheckpointFailure(sentence, List.of(), causeId, null);
    }

    /**
     * An expectation broke in a way that tells the cause, unless the checkpoint suspects another one.
     *
     * @param causeId the kind of mistake, a key of causes.properties
     * @param sentence what was expected and what was seen instead
     */
    static CheckpointFailure usually(String causeId, String sentence) {
        return new CheckpointFailure(sentence, List.of(), null, causeId);
    }

    /**
     * The student's code threw, and from when it did so the cause can be told.
     *
     * @param causeId the kind of mistake, a key of causes.properties
     * @param sentence what was expected instead
     * @param thrown by the student's code
     */
    public static CheckpointFailure because(String causeId, String sentence, Throwable thrown) {
        CheckpointFailure failure = because(causeId, sentence);
        failure.initCause(thrown);
        return failure;
    }

    /**
     * Something awaited did not come. Where all threads stand at this moment is kept: one of them should have done it.
     *
     * @param sentence what was awaited, and for how long
     */
    public static CheckpointFailure late(String sentence) {
        return new CheckpointFailure(sentence, ThreadStack.allBut(Thread.currentThread()), null, null);
    }

    private CheckpointFailure(String sentence, List<ThreadStack> meanwhile, String causeId, String usualId) {
        super(sentence);
        this.meanwhile = meanwhile;
        this.causeId = causeId;
        this.usualId = usualId;
    }

    /** Where the threads stood when the wait was given up; empty where nothing was waited for. */
    List<ThreadStack> meanwhile() {
        return meanwhile;
    }

    /** The kind of mistake; null where this expectation alone does not tell. */
    String causeId() {
        return causeId;
    }

    /** The kind of mistake that this expectation means where the checkpoint suspects none; null for none. */
    String usualId() {
        return usualId;
    }
}
