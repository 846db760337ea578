package ingchain.node.sync;

import ingchain.consensus.ForkChoice;
import ingchain.node.chain.Ledger;
import ingchain.node.message.Claim;
import ingchain.node.peer.NodePeer;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which peer to ask next: the one that claims the most, of those whose claims led to nothing least often.
 *
 * <p>The attack: somebody claims the most of all, answers that he has nothing, and claims even more. If we always asked
 * whoever claims the most, we would ask nobody else.
 *
 * <p>Used on the thread of {@link Sync} only.
 */
final class Candidates {
    /** How often a peer's claims may lead to nothing in a row. An honest one's do when its chain changes meanwhile. */
    static final int MOST_FRUITLESS = 3;

    private final ForkChoice forkChoice;
    private final Map<NodePeer, Claim> followedUp = new HashMap<>(); // and led to nothing
    private final Map<NodePeer, Integer> fruitless = new HashMap<>();

    Candidates(ForkChoice forkChoice) {
        this.forkChoice = forkChoice;
    }

    Optional<NodePeer> best(Collection<NodePeer> peers, Ledger.Page ours) {
        Comparator<NodePeer> byClaim = forkChoice == ForkChoice.LONGEST
                ? Comparator.comparingInt(peer -> peer.claim().height())
                : Comparator.comparing(peer -> new BigInteger(peer.claim().work()));
        return peers.stream()
                .filter(peer -> isWorthAsking(peer, ours))
                .min(Comparator.<NodePeer>comparingInt(peer -> fruitless.getOrDefault(peer, 0))
                        .thenComparing(byClaim.reversed()));
    }

    boolean isWorthAsking(NodePeer peer, Ledger.Page ours) {
        Claim claim = peer.claim();
        return claim != null
                && !claim.equals(followedUp.get(peer))
                && claim.beats(ours.blocks().size(), ours.work(), forkChoice);
    }

    /**
     * Notes that a claim was followed up and led to nothing.
     *
     * @return whether that has now happened too often
     */
    boolean ledToNothing(NodePeer peer, Claim claim) {
        followedUp.put(peer, claim);
        return fruitless.merge(peer, 1, Integer::sum) >= MOST_FRUITLESS;
    }

    /** Notes that a peer has brought us on. */
    void wasUseful(NodePeer peer) {
        fruitless.remove(peer);
    }

    /** A claim that led to nothing may be followed up again. */
    void mayTryAgain(NodePeer peer, Claim claim) {
        followedUp.remove(peer, claim);
    }

    void gone(NodePeer peer) {
        followedUp.remove(peer);
        fruitless.remove(peer);
    }
}
