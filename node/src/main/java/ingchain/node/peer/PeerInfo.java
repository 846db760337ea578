package ingchain.node.peer;

import ingchain.network.Peer;
import java.util.Locale;

/**
 * What is known of a peer.
 *
 * @param address HOST:PORT of its end of the connection
 * @param kind "ingchain" for a node like this one, "original" for any other, "unknown" before it has said a word
 * @param height of the latest block that it has shown, or null where it has not shown any
 * @param tip the hash of that block, or null
 */
public record PeerInfo(String address, String kind, Integer height, String tip) {
    public static PeerInfo of(Peer peer) {
        NodePeer watched = (NodePeer) peer;
        String kind = watched.kind().name().toLowerCase(Locale.ROOT);
        Tip tip = watched.tip();
        return tip == null
                ? new PeerInfo(watched.address(), kind, null, null)
                : new PeerInfo(watched.address(), kind, tip.height(), tip.hash());
    }
}
