package ingchain.node;

import java.util.concurrent.TimeUnit;

/**
 * When the next message may go to a peer that runs the original program.
 *
 * <p>The original takes each read of its socket for one message. Two of ours in its receive buffer are read together,
 * and it dies of them. So a message may go only when the one before it has surely been read. After a question that is
 * easy: the answer proves it. Nothing proves it after a block, and so we wait, and long enough.
 *
 * <p>How long is long enough? A busy computer can stop us and the peer for a second, and then let us go on first. A
 * single timer would be over by then. So the gap is made of several short waits, each begun when the one before is
 * over: a computer that finds the time for all of these, one after the other, has found some for the peer.
 *
 * <p>Used on the {@link Desk} only.
 */
final class Pace {
    /**
     * Between a message that has no answer and the next, in milliseconds. Many times what an idle original needs to
     * read and check a block (5 ms), and short enough to catch up by four blocks a second.
     */
    static final int GAP_MILLIS = 250;

    /** The gap is waited out in steps of this length, in milliseconds. */
    static final int STEP_MILLIS = 50;

    /** The gap grows with the time that the peer takes to answer, up to this, in milliseconds. */
    static final int MAX_GAP_MILLIS = 5_000;

    /**
     * How long to wait for the first answer, in milliseconds, counted anew from the first message of the peer. An
     * original gives it at once; somebody who types messages by hand never does, and ought to get answers all the same.
     */
    static final int FIRST_PATIENCE_MILLIS = 1_000;

    /**
     * How long to wait for an answer of a peer that has given one before, in milliseconds. An original does not read
     * while it mines, which takes it about half a second for a block, and now and then some seconds.
     */
    static final int PATIENCE_MILLIS = 5_000;

    private final Desk desk;
    private final Runnable whenOpen;
    private int stepsLeft;
    private long wait; // numbers the waits, so that a step of an earlier one is known as such
    private int questions; // those without an answer
    private long askedAt;
    private boolean awaitsAnswer;
    private boolean hasAnswered;
    private long gapMillis = GAP_MILLIS;

    /** @param whenOpen is run each time that a message may go again */
    Pace(Desk desk, Runnable whenOpen) {
        this.desk = desk;
        this.whenOpen = whenOpen;
    }

    /** Whether a message may go now. */
    boolean isOpen() {
        return stepsLeft == 0;
    }

    /** Whether the peer has left a question unanswered, and there is no use in asking more. */
    boolean isMute() {
        return questions > 0 && !awaitsAnswer;
    }

    /** A message has gone that will get no answer. */
    void said() {
        awaitsAnswer = false;
        begin(gapMillis);
    }

    /** A question has gone. */
    void asked() {
        questions++;
        askedAt = System.nanoTime();
        awaitsAnswer = true;
        begin(hasAnswered ? PATIENCE_MILLIS : FIRST_PATIENCE_MILLIS);
    }

    /** The peer has said its first word, so it is there. */
    void met() {
        if (awaitsAnswer) {
            begin(FIRST_PATIENCE_MILLIS);
        }
    }

    /**
     * The peer has shown its latest block.
     *
     * @return whether that was an answer; where it was not, it showed the block unasked
     */
    boolean answered() {
        if (questions == 0) {
            return false;
        }
        questions--;
        hasAnswered = true;
        if (questions == 0 && awaitsAnswer) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - askedAt);
            gapMillis = Math.min(MAX_GAP_MILLIS, Math.max(GAP_MILLIS, 2 * took));
            awaitsAnswer = false;
            stepsLeft = 0;
            wait++;
        }
        return true;
    }

    private void begin(long millis) {
        stepsLeft = (int) (millis / STEP_MILLIS);
        long thisWait = ++wait;
        desk.later(STEP_MILLIS, () -> step(thisWait));
    }

    private void step(long ofWait) {
        if (ofWait != wait) {
            return;
        }
        stepsLeft--;
        if (stepsLeft > 0) {
            desk.later(STEP_MILLIS, () -> step(ofWait));
        } else {
            awaitsAnswer = false;
            whenOpen.run();
        }
    }
}
