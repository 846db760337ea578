package ingchain.node.peer;

/**
 * How we talk to one peer: the steps say what they want said, and this decides what is sent, and when. Used on the
 * {@link Desk} only.
 */
interface Talk {
    /** The steps want this sent: an answer, a new tip, a transfer. */
    void say(String message);

    /** The peer has sent something. Told before the steps take the message. */
    void heard(Heard message);

    /** Asks where the peer stands, only so that it says something; not where it is busy with something else. */
    void ask();

    /** The steps have taken that message. */
    default void taken(Heard message) {}
}
