package ingchain.node.limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who gives up its place when all are taken and somebody new calls.
 *
 * <p>The attack: fill all places of a node, and it hears nothing but what you tell it. If those who came first kept their
 * places, an attacker would only have to be first; if the newest always got one, only to call often. So some peers cannot
 * be displaced: those that we called ourselves (the caller cannot choose to be one of them), those that have been of use
 * most recently, and those that have been here longest. Of the others, who has not said a word goes first; then whoever
 * came last from the host that has the most connections, since a thousand calls are made more easily than a thousand
 * hosts.
 */
public final class Slots {
    /** Peers at the most, unless {@code --max-peers} says otherwise. Each costs a thread and some memory. */
    public static final int DEFAULT_MAX_PEERS = 64;

    /** Places that only those have whom we call. */
    public static final int OUTBOUND = 8;

    /** Peers that are protected because they brought a block or a transfer that was new to us most recently. */
    static final int PROTECTED_USEFUL = 8;

    /** Peers that are protected because they have been here longest. */
    static final int PROTECTED_LONGEST = 8;

    private final int maxPeers;

    /**
     * What counts of a peer.
     *
     * @param host where it calls from
     * @param weCalled whether it was us who called
     * @param hasSpoken whether it has said anything yet
     * @param sinceNanos when it came
     * @param usefulNanos when it last brought something new, or null
     */
    public record Seat(
            Object peer, String host, boolean weCalled, boolean hasSpoken, long sinceNanos, Long usefulNanos) {}

    /** @param maxPeers connections at the most */
    public Slots(int maxPeers) {
        this.maxPeers = maxPeers;
    }

    /** How many may call us at the most. */
    public int maxInbound() {
        return Math.max(1, maxPeers - Math.min(OUTBOUND, maxPeers / 2));
    }

    /** Whether there is a place for one more that calls us. */
    public boolean hasRoom(long inbound) {
        return inbound < maxInbound();
    }

    /** Whether there is a place for somebody whom we call. */
    public boolean mayCall(int connected) {
        return connected < maxPeers;
    }

    /**
     * Chooses who must go so that somebody who calls can stay.
     *
     * @param seats all peers that are connected, without the one who calls
     * @return null where nobody needs to go, because there is room; the caller itself where nobody may; otherwise the peer
     *     that goes
     */
    public Object displacedBy(Object caller, List<Seat> seats) {
        List<Seat> inbound = seats.stream().filter(seat -> !seat.weCalled()).toList();
        if (hasRoom(inbound.size())) {
            return null;
        }
        List<Seat> candidates = new ArrayList<>(inbound);
        candidates.removeAll(protectedOnes(inbound));
        if (candidates.isEmpty()) {
            return caller;
        }
        return candidates.stream()
                .filter(seat -> !seat.hasSpoken())
                .min(Comparator.comparingLong(Seat::sinceNanos))
                .orElseGet(() -> latestOfTheBusiestHost(candidates))
                .peer();
    }

    private static Set<Seat> protectedOnes(List<Seat> inbound) {
        Set<Seat> kept = new HashSet<>();
        inbound.stream()
                .filter(seat -> seat.usefulNanos() != null)
                .sorted(Comparator.comparing(Seat::usefulNanos).reversed())
                .limit(PROTECTED_USEFUL)
                .forEach(kept::add);
        inbound.stream()
                .filter(Seat::hasSpoken)
                .sorted(Comparator.comparingLong(Seat::sinceNanos))
                .limit(PROTECTED_LONGEST)
                .forEach(kept::add);
        return kept;
    }

    private static Seat latestOfTheBusiestHost(List<Seat> candidates) {
        Map<String, Long> connections =
                candidates.stream().collect(Collectors.groupingBy(Seat::host, Collectors.counting()));
        return candidates.stream()
                .max(Comparator.<Seat>comparingLong(seat -> connections.get(seat.host()))
                        .thenComparingLong(Seat::sinceNanos))
                .orElseThrow();
    }
}
