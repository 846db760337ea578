package ingchain.node.peer;

import java.util.concurrent.TimeUnit;

/**
 * When the next message may go to a peer that runs the original program.
 *
 * <p>The original takes each read of its socket for one message. Two of ours in its receive buffer are read together,
 * and it dies of them. So a message may go only when the one before it has surely been read. After a question that is
 * easy: the answer proves it. Nothing proves it after a statement, such as a block, and so we wait, and long enough.
 *
 * <p>How long is long enough? That depends on how busy the peer and its machine are. The gap is at least {@value
 * #GAP_MILLIS} ms, and twice as long as the peer took for its last answer. And often its machine is ours: then a gap
 * in which we ourselves were held up proves nothing, because the peer may have been held up for longer, and we wait
 * on.
 *
 * <p>Used on the {@link Desk} only.
 */
final class Pace {
    /**
     * Between a statement and the next message, in milliseconds. Many times what an idle original needs to read and
     * check a block, and short enough to catch up by almost four blocks a second.
     */
    static final int GAP_MILLIS = 250;

    /** The longest gap, in milliseconds, however slow the peer is. */
    static final int MAX_GAP_MILLIS = 5_000;

    /**
     * The gap after which a peer gets its next message that has not answered a question, in milliseconds: it may be
     * slow, too.
     */
    static final int MUTE_GAP_MILLIS = 1_000;

    /**
     * How long to wait for the first answer, in milliseconds, counted anew from the first message of the peer. An
     * original gives it at once; somebody who types messages by hand never does, and ought to get answers all the
     * same.
     */
    static final int FIRST_PATIENCE_MILLIS = 2_000;

    /**
     * How long to wait for an answer of a peer that has given one before, in milliseconds. An original does not read
     * while it mines, which takes it about half a second for a block, and now and then some seconds.
     */
    static final int PATIENCE_MILLIS = 5_000;

    /** A wait is made of steps of this length, in milliseconds. We were held up where one takes twice as long. */
    static final int STEP_MILLIS = 50;

    /** Each wait ends with this many steps in which we were not held up. */
    private static final int UNDISTURBED_STEPS = GAP_MILLIS / STEP_MILLIS;

    /**
     * How often a wait is made longer for that. A machine that is always busy must not keep us from talking for ever.
     */
    private static final int MAX_EXTENSIONS = 10;

    private final Desk desk;
    private final Runnable whenOpen;
    private long wait; // numbers the waits, so that a step of an earlier one is known as such
    private int stepsLeft;
    private int extensionsLeft;
    private long stepBegan;
    private int questions; // those without an answer
    private boolean awaitsAnswer;
    private boolean hasAnswered;
    private boolean isFresh;
    private long askedAt;
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

    /**
     * Whether the peer has answered a question since our last statement: it is listening, and we know where it
     * stands.
     */
    boolean isFresh() {
        return isFresh;
    }

    /** Whether the peer has left a question unanswered, and there is no use in asking more. */
    boolean isMute() {
        return questions > 0 && !awaitsAnswer;
    }

    /** A message has gone that need not get an answer. */
    void said() {
        isFresh = false;
        awaitsAnswer = false;
        begin(questions > 0 ? Math.max(MUTE_GAP_MILLIS, gapMillis) : gapMillis);
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
        if (questions > 0) {
            return true;
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - askedAt);
        gapMillis = Math.min(MAX_GAP_MILLIS, Math.max(GAP_MILLIS, 2 * took));
        if (awaitsAnswer) {
            awaitsAnswer = false;
            isFresh = true;
            stepsLeft = 0;
            wait++;
        } else if (!isOpen()) {
            begin(gapMillis); // it came late, and we have said something meanwhile that now needs a longer gap
        }
        return true;
    }

    private void begin(long millis) {
        stepsLeft = (int) (millis / STEP_MILLIS);
        extensionsLeft = MAX_EXTENSIONS;
        wait++;
        nextStep(wait);
    }

    private void nextStep(long ofWait) {
        stepBegan = System.nanoTime();
        desk.later(STEP_MILLIS, () -> step(ofWait));
    }

    private void step(long ofWait) {
        if (ofWait != wait) {
            return;
        }
        stepsLeft--;
        if (extensionsLeft > 0 && System.nanoTime() - stepBegan > TimeUnit.MILLISECONDS.toNanos(2 * STEP_MILLIS)) {
            extensionsLeft--;
            stepsLeft = Math.max(stepsLeft, UNDISTURBED_STEPS);
        }
        if (stepsLeft > 0) {
            nextStep(ofWait);
        } else {
            awaitsAnswer = false;
            whenOpen.run();
        }
    }
}
