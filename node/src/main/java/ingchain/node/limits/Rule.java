package ingchain.node.limits;

/** What a peer must keep to. The name stands in the log and in the metrics when one does not. */
public enum Rule {
    /** Messages are of the form and of the types that there are. */
    PROTOCOL(true),
    /** A message is no longer than {@link Gate#MAX_MESSAGE_BYTES}. */
    MESSAGE_SIZE(true),
    /** A message is nested no deeper than {@link Gate#MAX_NESTING}. */
    NESTING(true),
    /** A message is not made of more parts than {@link Gate#BYTES_PER_ELEMENT} lets it. */
    ELEMENTS(true),
    /** All peers together hold no more than {@link Gate#MAX_PENDING_BYTES} of half messages. */
    ROOM(false),
    /** A message that has begun ends in time. */
    MESSAGE_TIME(true),
    /** A peer says something within some seconds. */
    HANDSHAKE(false),
    /** A peer says something, or answers when it is asked, now and then. */
    IDLE(false),
    /** A peer reads what it is sent. */
    READS(true),
    /** A block keeps the rules of step 4. */
    VALID_BLOCKS(true),
    /** A transfer keeps the rules that hold wherever it stands, such as that of its signature. */
    VALID_TRANSFERS(true),
    /** Who says that its chain is better can show it. */
    TRUE_CLAIMS(true),
    /** Blocks and addresses are sent when they are asked for. */
    ONLY_WHEN_ASKED(true),
    /** What was asked for comes in time. */
    ANSWERS_IN_TIME(true);

    private final boolean keepsOut;

    Rule(boolean keepsOut) {
        this.keepsOut = keepsOut;
    }

    /** Whether a peer that breaks it is kept out for a while. One that may merely have lost its line is not. */
    public boolean keepsOut() {
        return keepsOut;
    }
}
