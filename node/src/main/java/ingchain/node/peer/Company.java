package ingchain.node.peer;

import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Slots;
import ingchain.program.HostPort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The peers that are connected, and who may be one of them. Thread-safe. */
public final class Company {
    private final Set<NodePeer> peers = ConcurrentHashMap.newKeySet();
    private final Slots slots;
    private final Discipline discipline;
    private final Events events;

    /** Nobody yet. */
    public Company(Slots slots, Discipline discipline, Events events) {
        this.slots = slots;
        this.discipline = discipline;
        this.events = events;
    }

    /** Those that are connected, in no order; it changes as they come and go. */
    public Collection<NodePeer> peers() {
        return peers;
    }

    /** Lets a peer in, or closes it: it is kept out, or there is no place for it. */
    synchronized void enter(NodePeer peer) {
        if (discipline.keepsOut(HostPort.parse(peer.address()))) {
            events.tell("kept-out", "peer", peer.address());
            peer.close();
            return;
        }
        if (!peer.weCalled()
                && !slots.hasRoom(
                        peers.stream().filter(each -> !each.weCalled()).count())) {
            List<Slots.Seat> seats = peers.stream().map(NodePeer::seat).toList();
            if (slots.displacedBy(peer, seats) instanceof NodePeer displaced) {
                events.tell("displaced", "peer", displaced.address());
                displaced.close();
                peers.remove(displaced);
                if (displaced == peer) {
                    return;
                }
            }
        }
        peers.add(peer);
    }

    void leave(NodePeer peer) {
        peers.remove(peer);
    }
}
