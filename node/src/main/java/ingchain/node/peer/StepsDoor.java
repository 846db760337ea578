package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.message.MessageData;
import ingchain.message.ProtocolException;
import ingchain.network.PeerHandler;
import ingchain.node.chain.FutureRule;
import ingchain.node.chain.Ledger;
import ingchain.node.event.Events;
import ingchain.node.limits.Offence;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Rule;
import ingchain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Hands messages that the steps know on to them, one at a time, and listens: to learn what a peer runs and where it
 * stands. Some do not get through, because they break a rule that no step has.
 */
public final class StepsDoor {
    private final PeerHandler steps;
    private final Ledger ledger;
    private final FutureRule futureRule;
    private final PoolKeeper poolKeeper;
    private final Supplier<List<Transaction>> waiting;
    private final Events events;
    private final Map<NodePeer, StepsPeer> peers = new ConcurrentHashMap<>();
    private Predicate<NodePeer> whenMet = peer -> true;

    /**
     * @param steps what takes the messages
     * @param ledger our chain, as peers may see it
     * @param waiting gives the transfers in our pool
     */
    public StepsDoor(
            PeerHandler steps,
            Ledger ledger,
            FutureRule futureRule,
            PoolKeeper poolKeeper,
            Supplier<List<Transaction>> waiting,
            Events events) {
        this.steps = steps;
        this.ledger = ledger;
        this.futureRule = futureRule;
        this.poolKeeper = poolKeeper;
        this.waiting = waiting;
        this.events = events;
    }

    /** Names who is told of a peer of our kind that has greeted, and says whether it stays; before the first one comes. */
    public void whenMet(Predicate<NodePeer> asked) {
        whenMet = asked;
    }

    void opened(NodePeer peer) {
        StepsPeer asSeen = new StepsPeer(peer);
        peers.put(peer, asSeen);
        steps.opened(asSeen);
    }

    void take(NodePeer peer, String message) throws ProtocolException, Offence {
        MessageData data = MessageData.parse(message);
        Heard heard = Heard.in(data);
        boolean meets = peer.kind() == NodePeer.Kind.UNKNOWN;
        peer.heard(heard, waiting);
        if (meets && peer.isFellow() && !whenMet.test(peer)) {
            return;
        }
        if (isForSteps(peer, heard)) {
            StepsPeer asSeen = peers.get(peer);
            steps.received(asSeen, message.getBytes(StandardCharsets.UTF_8));
            if (asSeen.isRefused() && (peer.isFellow() || !ForeignOutput.isIn(data.payload()))) {
                throw new Offence(Rule.PROTOCOL, "the steps refuse a message of type " + data.type());
            }
        }
        peer.taken(heard);
    }

    private boolean isForSteps(NodePeer peer, Heard heard) {
        if (heard.subject() == Heard.Subject.TRANSFER) {
            return poolKeeper.hasRoomFor(heard.inputs());
        }
        Block latest = heard.latest();
        if (latest == null) {
            return true;
        }
        if (futureRule.isBroken(latest)) {
            events.tell("future-block", "peer", peer, "height", latest.height());
            return false;
        }
        if (heard.subject() == Heard.Subject.BLOCK
                && latest.height() < ledger.tip().height()) {
            // The steps would answer with our whole chain. The attack: low blocks without end, a few bytes each, each
            // of which makes us write out megabytes. The peer's Talk knows where it stands, and brings it up to date.
            return false;
        }
        // What does not come next the steps would answer with our whole chain, and our kind has a better way to ask.
        return !peer.isFellow()
                || heard.subject() == Heard.Subject.BLOCK
                        && latest.previousHash().equals(ledger.tip().hash());
    }

    void closed(NodePeer peer) {
        steps.closed(peers.remove(peer));
    }
}
