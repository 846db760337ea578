package ingchain.checkpoint;

import java.util.Optional;

/**
 * What a checkpoint has found can be played again by itself, so that a student sees whether it holds now: by a test with
 * the tag {@link #TAG}. Where there is nothing of that id to play, that test aborts with a sentence that says so.
 */
public final class Replay {
    /** Marks the tests that play again; a run that is to play something again has no other tests. */
    public static final String TAG = "replay";

    /** The system property that holds the id of what is to be played; set by {@code ./ingchain check --replay}. */
    static final String PROPERTY = "ingchain.replay";

    private Replay() {}

    /** The id of what is to be played, as the checkpoint has printed it and the student has typed it; mostly empty. */
    public static Optional<String> askedFor() {
        return Optional.ofNullable(System.getProperty(PROPERTY));
    }
}
