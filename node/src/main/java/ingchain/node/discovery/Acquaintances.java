package ingchain.node.discovery;

import ingchain.node.event.Events;
import ingchain.node.peer.NodePeer;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Finds out by the names in greetings whether we have called ourselves, and whether we have two connections with one
 * peer. Two nodes that call each other at the same time have two; both must give up the same one, or they have none.
 *
 * <p>A name is no proof. Somebody who greets with the name of another peer could have that one's connection closed, so a
 * name counts only between connections with the same host.
 */
public final class Acquaintances {
    private final String ourName;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Dialler dialler;
    private final Events events;

    /** @param peers those that are connected */
    public Acquaintances(
            String ourName, Supplier<? extends Collection<NodePeer>> peers, Dialler dialler, Events events) {
        this.ourName = ourName;
        this.peers = peers;
        this.dialler = dialler;
        this.events = events;
    }

    /**
     * Looks at a peer of our kind that has just greeted.
     *
     * @return whether the connection stays
     */
    public synchronized boolean met(NodePeer peer) {
        String name = peer.greeting().node();
        if (name == null) {
            return true;
        }
        if (name.equals(ourName)) {
            if (peer.weCalled()) {
                dialler.isUs(peer.address());
            }
            peer.close();
            return false;
        }
        if (peer.weCalled()) {
            dialler.learned(peer.address(), name);
        }
        for (NodePeer other : peers.get()) {
            if (other != peer && isSame(other, peer)) {
                NodePeer given = givenUp(other, peer);
                events.tell("second-connection", "peer", given.address());
                given.close();
                return given != peer;
            }
        }
        return true;
    }

    private static boolean isSame(NodePeer one, NodePeer other) {
        return one.greeting() != null
                && other.greeting().node().equals(one.greeting().node())
                && one.host().equals(other.host());
    }

    /** The one stays whose caller has the lower name: that is the same one at both ends. Of two by one caller, the older. */
    private NodePeer givenUp(NodePeer older, NodePeer newer) {
        if (older.weCalled() == newer.weCalled()) {
            return newer;
        }
        boolean oursStays = ourName.compareTo(newer.greeting().node()) < 0;
        return older.weCalled() == oursStays ? newer : older;
    }
}
