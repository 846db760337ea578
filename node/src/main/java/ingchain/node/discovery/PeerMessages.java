package ingchain.node.discovery;

import ingchain.message.ProtocolException;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetPeers;
import ingchain.node.message.Peers;
import ingchain.node.peer.NodePeer;
import ingchain.node.peer.PeerWatch;
import ingchain.program.HostPort;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** Peers tell peers of peers. Each is asked once, when we meet, and answers once. */
public final class PeerMessages {
    private final AddressBook book;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Set<NodePeer> asked = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Set<NodePeer> answered = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** @param peers those that are connected */
    public PeerMessages(AddressBook book, Supplier<? extends Collection<NodePeer>> peers) {
        this.book = book;
        this.peers = peers;
    }

    /** Names the handlers of these messages. */
    public void addTo(PeerWatch watch) {
        watch.on(GetPeers.TYPE, this::getPeers);
        watch.on(Peers.TYPE, this::peers);
    }

    /** Asks a peer of our kind that we have just met. */
    public void met(NodePeer peer) {
        HostPort own = peer.listensAt();
        if (own != null) {
            book.heard(own, peer.host());
        }
        asked.add(peer);
        peer.sendToFellowInTurn(GetPeers.TYPE, Map.of());
    }

    /** One answer for each connection: asking costs nothing, and answering should not cost much more. */
    private void getPeers(NodePeer peer, String message) throws ProtocolException {
        Envelope.payload(message, GetPeers.TYPE, GetPeers.class);
        if (!answered.add(peer)) {
            return;
        }
        Set<HostPort> told = new LinkedHashSet<>();
        peers.get().stream()
                .map(NodePeer::listensAt)
                .filter(address -> address != null && !address.equals(peer.listensAt()))
                .forEach(told::add);
        told.addAll(book.reached());
        told.remove(peer.listensAt());
        peer.sendToFellow(
                Peers.TYPE,
                new Peers(
                        told.stream().limit(Peers.MOST).map(HostPort::toString).toList()));
    }

    private void peers(NodePeer peer, String message) throws ProtocolException, Offence {
        if (!asked.remove(peer)) {
            throw new Offence(Rule.ONLY_WHEN_ASKED, "it sends addresses that nobody asked for");
        }
        for (String address : Envelope.payload(message, Peers.TYPE, Peers.class).addresses()) {
            HostPort told = HostPort.parse(address);
            if (AddressRule.allows(told, peer.host())) {
                book.heard(told, peer.host());
            }
        }
    }
}
