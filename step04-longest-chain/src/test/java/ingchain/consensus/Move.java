package ingchain.consensus;

/**
 * One thing that can happen next in a network of nodes.
 *
 * @param kind what happens
 * @param index to which link, connection or node of the {@link Scenario}; 0 where there is only one
 */
record Move(Kind kind, int index) {
    /** What can happen. */
    enum Kind {
        /** The message that has waited longest on a link arrives. */
        ARRIVES(false),
        /** The copy that {@link #ARRIVES_TWICE} has left behind arrives. */
        COPY_ARRIVES(false),
        /** A node mines a block, once, at any time. */
        MINES(false),
        /** A node mines a block, once, when nothing else is left to happen. */
        MINES_AT_REST(false),
        /** As {@link #ARRIVES}, and a copy of the message stays behind and arrives later, at any time. */
        ARRIVES_TWICE(true),
        /** A connection breaks: what waits on it, either way, is lost. Both ends connect again and greet again. */
        BREAKS(true);

        private final boolean trouble;

        Kind(boolean trouble) {
            this.trouble = trouble;
        }

        /** Whether it need not happen at all, and happens at most once: a network that is at rest may do without. */
        boolean isTrouble() {
            return trouble;
        }
    }
}
