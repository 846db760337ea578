package ingchain.node.peer;

import ingchain.block.Block;

/**
 * The block that a peer could append, as far as we know, and how often it was sent that one. A peer that does not append it
 * may be on a branch from which nobody can bring it back.
 *
 * <p>Used on the {@link Desk} only.
 */
final class NextBlock {
    /** How often a block is sent to a peer that does not append it. */
    private static final int MAX_TRIES = 3;

    private Tip offered; // until the peer shows that it has it, or has another
    private int tries;

    /** What the peer was sent and could append, or null. */
    Tip offered() {
        return offered;
    }

    /** The peer has another tip now. */
    void forget() {
        offered = null;
    }

    /** The peer is being sent a block that comes next for it. */
    void offer(Block block) {
        Tip shown = Tip.of(block);
        tries = shown.equals(offered) ? tries + 1 : 1;
        offered = shown;
    }

    /** Whether there is no use in sending a block once more. */
    boolean isInVain(Block block) {
        return Tip.of(block).equals(offered) && tries >= MAX_TRIES;
    }
}
