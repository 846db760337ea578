package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.message.MessageData;
import ingchain.node.chain.Ledger;
import java.util.List;

/**
 * How we talk to a node like this one: at once. What it has anyway is not sent to it, and it gets our chain no more
 * often than it can be of use.
 *
 * <p>The rules of step 3 look at heights: whoever is lower gets the chain of whoever is higher. That is all it takes
 * where the longest chain wins. Where the most work wins, the lower chain may be the better one, and then somebody has
 * to show it unasked; see {@link #taken}.
 */
final class FellowTalk implements Talk {
    /**
     * Time between two chains to the same peer, and before it hears that we have its block, in milliseconds. While
     * blocks come quickly, everybody is behind by some blocks that are already on their way, and it would be a waste to
     * act on that.
     */
    static final int PAUSE_MILLIS = 200;

    /** A peer on our branch that lacks no more blocks than this gets just these, and not the whole chain. */
    static final int MAX_SINGLE_BLOCKS = 50;

    private final Wire wire;
    private final Ledger ledger;
    private final Desk desk;
    private final boolean heightDecides;
    private int owed; // answers to latestBlock
    private Tip theirs; // the block that the peer showed last, or null
    private Tip told; // the block of ours that we showed last, or null
    private boolean tellsLater;
    private Offer lastOffer;
    private boolean pausing; // after a chain
    private boolean chainWanted; // when the pause is over

    /** What we sent to a peer that showed us which block. */
    private record Offer(Tip ours, Tip theirs) {}

    /** @param heightDecides whether the longer of two chains always wins */
    FellowTalk(Wire wire, Ledger ledger, Desk desk, boolean heightDecides) {
        this.wire = wire;
        this.ledger = ledger;
        this.desk = desk;
        this.heightDecides = heightDecides;
    }

    @Override
    public void say(String message) {
        switch (MessageType.of(message)) {
            case "allBlock" -> sayBlock(message);
            case "receivedChain" -> offerChain();
            default -> wire.send(message);
        }
    }

    private void sayBlock(String message) {
        Tip block = Heard.in(message).tip();
        if (owed > 0 || !isKnown(block)) {
            owed = Math.max(0, owed - 1);
            told = block;
            wire.send(message);
        } else if (!tellsLater) {
            tellsLater = true;
            desk.later(PAUSE_MILLIS, this::tellTip);
        }
    }

    /** Lets the peer know that we have come to the block that it showed us: only so can it tell where we stand. */
    private void tellTip() {
        tellsLater = false;
        Block tip = ledger.tip();
        if (!Tip.of(tip).equals(told)) {
            told = Tip.of(tip);
            wire.send(MessageData.of("allBlock", tip).toJson());
        }
    }

    @Override
    public void heard(Heard message) {
        if (message.subject() == Heard.Subject.QUESTION) {
            owed++;
        }
        if (message.tip() != null) {
            theirs = message.tip();
        }
    }

    /**
     * Shows our chain to a peer whose block is not in it, now that the steps have had their say: it is as high as ours,
     * or came with a chain that was not better. That comes to an end, because each of us sends a chain only once.
     */
    @Override
    public void taken(Heard message) {
        if (heightDecides || message.tip() == null) {
            return;
        }
        List<Block> ours = ledger.blocks();
        boolean mayBeWorse =
                message.subject() == Heard.Subject.CHAIN || message.tip().height() == ours.size();
        if (mayBeWorse && !message.tip().isIn(ours)) {
            offerChain();
        }
    }

    /** Whether the peer has shown this block itself, or one above it. */
    private boolean isKnown(Tip block) {
        List<Block> ours = ledger.blocks();
        return theirs != null
                && (theirs.equals(block) || block.height() < theirs.height() && theirs.isIn(ours) && block.isIn(ours));
    }

    private void offerChain() {
        if (pausing) {
            chainWanted = true;
            return;
        }
        List<Block> ours = ledger.blocks();
        Offer offer = new Offer(Tip.of(ours.get(ours.size() - 1)), theirs);
        if (offer.equals(lastOffer) || offer.ours().equals(theirs)) {
            return;
        }
        lastOffer = offer;
        told = offer.ours();
        pausing = true;
        desk.later(PAUSE_MILLIS, this::endPause);
        send(ours);
    }

    private void endPause() {
        pausing = false;
        if (chainWanted) {
            chainWanted = false;
            offerChain();
        }
    }

    private void send(List<Block> ours) {
        if (theirs != null && theirs.isIn(ours) && ours.size() - theirs.height() <= MAX_SINGLE_BLOCKS) {
            for (Block missing : ours.subList(theirs.height(), ours.size())) {
                wire.send(MessageData.of("allBlock", missing).toJson());
            }
        } else {
            wire.send(MessageData.of("receivedChain", ours).toJson());
        }
    }
}
