package ingchain.node;

import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageData;
import ingchain.message.ProtocolException;
import java.util.List;

/**
 * How we talk to a node like this one: at once. What it has anyway is not sent to it, and it gets our chain no more often than it can
 * be of use.
 *
 * <p>The rules of step 3 look at heights: whoever is lower gets the chain of whoever is higher. That is all it takes where the longest chain
 * wins. Where the most work wins, the lower chain may be the better one, and then somebody has to show it unasked; see {@link #taken}.
 */
final class FellowTalk implements Talk {
    /**
     * Time between two chains to the same peer, in milliseconds. While blocks come quickly, peers seem behind all the time, though what they
     * lack is already on its way.
     */
    static final int CHAIN_PAUSE_MILLIS = 200;

    /** A peer on our branch that lacks no more blocks than this gets just these, and not the whole chain. */
    static final int MAX_SINGLE_BLOCKS = 50;

    private final Wire wire;
    private final Chain chain;
    private final Desk desk;
    private final boolean heightDecides;
    private int owed; // answers to latestBlock
    private Tip theirs;
    private Offer lastOffer;
    private boolean pausing;
    private boolean chainWanted;

    /** What we sent to a peer that showed us which block. */
    private record Offer(Tip ours, Tip theirs) {}

    /** @param heightDecides whether the longer of two chains always wins */
    FellowTalk(Wire wire, Chain chain, Desk desk, boolean heightDecides) {
        this.wire = wire;
        this.chain = chain;
        this.desk = desk;
        this.heightDecides = heightDecides;
    }

    @Override
    public void say(String message) {
        switch (MessageType.of(message)) {
            case "allBlock" -> {
                if (owed > 0) {
                    owed--;
                    wire.send(message);
                } else if (!isKnown(message)) {
                    wire.send(message);
                }
            }
            case "receivedChain" -> offerChain();
            default -> wire.send(message);
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
     * Shows our chain to a peer whose block is not in it, now that the steps have had their say: it is as high as ours, or came with a chain
     * that was not better. That comes to an end, because each of us sends a chain only once.
     */
    @Override
    public void taken(Heard message) {
        if (heightDecides || message.tip() == null) {
            return;
        }
        List<Block> ours = chain.blocks();
        boolean mayBeWorse =
                message.subject() == Heard.Subject.CHAIN || message.tip().height() == ours.size();
        if (mayBeWorse && !message.tip().isIn(ours)) {
            offerChain();
        }
    }

    /** Whether the peer has shown this block itself, or one above it. */
    private boolean isKnown(String message) {
        try {
            Tip shown = Tip.of(Json.read(MessageData.parse(message).payload(), Block.class));
            List<Block> ours = chain.blocks();
            return theirs != null
                    && (theirs.equals(shown)
                            || shown.height() < theirs.height() && theirs.isIn(ours) && shown.isIn(ours));
        } catch (ProtocolException | MalformedJson e) {
            return false;
        }
    }

    private void offerChain() {
        if (pausing) {
            chainWanted = true;
            return;
        }
        List<Block> ours = chain.blocks();
        Offer offer = new Offer(Tip.of(ours.get(ours.size() - 1)), theirs);
        if (offer.equals(lastOffer) || offer.ours().equals(theirs)) {
            return;
        }
        lastOffer = offer;
        pausing = true;
        desk.later(CHAIN_PAUSE_MILLIS, this::endPause);
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
