package ingchain.consensus;

/**
 * What a node meets: all that it can know of the world comes to it as one of these.
 *
 * @param kind what it is
 * @param peer the number of the node at the other end; the node's own where it mines
 * @param text what was received; null where nothing was
 */
record Event(Kind kind, int peer, String text) {
    /** Kinds of events. */
    enum Kind {
        OPENED,
        CLOSED,
        RECEIVED,
        MINES
    }
}
