package ingchain.node.peer;

import ingchain.message.MessageData;
import ingchain.message.MessageFramer;
import ingchain.message.ProtocolException;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import ingchain.node.chain.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Stands between the network and the steps. It listens to what each peer says, to learn what the peer runs and where it
 * stands, and hands the steps one message at a time.
 */
public final class PeerWatch implements PeerHandler {
    private final PeerHandler steps;
    private final Ledger ledger;
    private final Desk desk;
    private final boolean heightDecides;
    private final Consumer<String> log;
    private final Map<Peer, MessageFramer> framers = new ConcurrentHashMap<>();

    /**
     * @param steps what takes the messages
     * @param ledger our chain, as peers may see it
     * @param heightDecides whether the longer of two chains always wins
     */
    public PeerWatch(PeerHandler steps, Ledger ledger, Desk desk, boolean heightDecides, Consumer<String> log) {
        this.steps = steps;
        this.ledger = ledger;
        this.desk = desk;
        this.heightDecides = heightDecides;
        this.log = log;
    }

    @Override
    public Peer opened(Peer peer) {
        Wire wire = new Wire(peer, ledger, log);
        NodePeer watched = new NodePeer(
                wire, desk, new OriginalTalk(wire, ledger, desk), new FellowTalk(wire, ledger, desk, heightDecides));
        framers.put(watched, new MessageFramer());
        steps.opened(watched);
        return watched;
    }

    @Override
    public void received(Peer peer, byte[] data) {
        NodePeer watched = (NodePeer) peer;
        try {
            for (String text : framers.get(peer).feed(data)) {
                Heard heard = Heard.in(MessageData.parse(text));
                watched.heard(heard);
                steps.received(peer, text.getBytes(StandardCharsets.UTF_8));
                watched.taken(heard);
            }
        } catch (ProtocolException e) {
            log.accept("[!] " + peer.address() + " broke the protocol: " + e.getMessage());
            peer.close();
        }
    }

    @Override
    public void closed(Peer peer) {
        framers.remove(peer);
        peer.close(); // what still waits to be sent is not
        steps.closed(peer);
    }
}
