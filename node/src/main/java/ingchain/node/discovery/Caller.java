package ingchain.node.discovery;

import ingchain.network.P2PNetwork;
import ingchain.node.peer.NodePeer;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes one call: finds out which address a name stands for, and connects unless we are connected already. Thread-safe. */
final class Caller {
    private final P2PNetwork network;
    private final AddressBook book;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Set<String> us = ConcurrentHashMap.newKeySet();

    /**
     * @param book gets the other addresses of a name
     * @param peers those that are connected
     */
    Caller(P2PNetwork network, AddressBook book, Supplier<? extends Collection<NodePeer>> peers) {
        this.network = network;
        this.book = book;
        this.peers = peers;
    }

    /** @throws IOException where nobody answers, or nobody but ourselves */
    void connect(Target target) throws IOException {
        HostPort resolved = resolve(target);
        if (!resolved.toString().equals(target.resolved)) {
            target.resolved = resolved.toString();
            target.name = null;
        }
        if (isConnected(target)) {
            return;
        }
        called.add(resolved.toString());
        try {
            network.connect(resolved.host(), resolved.port());
        } catch (IOException e) {
            called.remove(resolved.toString());
            throw e;
        }
    }

    /**
     * One address of a target that is not our own. A name that our owner gave may stand for many nodes, ourselves among
     * them, as the name of a scaled service does: the others go into the book.
     */
    private HostPort resolve(Target target) throws IOException {
        InetAddress[] all = InetAddress.getAllByName(target.address.host());
        List<HostPort> others = Stream.of(all)
                // A node that is reached by both kinds of addresses would look like two.
                .filter(address -> address.getClass() == all[0].getClass())
                .map(address -> new HostPort(address.getHostAddress(), target.address.port()))
                .filter(address -> !isUs(address.toString()))
                .toList();
        if (others.isEmpty()) {
            throw new UnknownHostException("nobody but this node is at " + target.address);
        }
        if (others.size() > 1) {
            others.forEach(other -> book.heard(other, ""));
        }
        return others.get(0);
    }

    /** Whoever called: a peer that has called us comes from another port, and is known by its name. */
    boolean isConnected(Target target) {
        return peers.get().stream()
                .anyMatch(peer -> peer.address().equals(target.resolved)
                        || target.name != null
                                && peer.greeting() != null
                                && target.name.equals(peer.greeting().node()));
    }

    /** Whether a connection with that HOST:PORT was made by us. */
    boolean hasCalled(String address) {
        return called.contains(address);
    }

    /** The connection with that HOST:PORT has ended. */
    void gone(String address) {
        called.remove(address);
    }

    /** Notes that it is ourselves who answer at that HOST:PORT. */
    void noteUs(String address) {
        us.add(address);
    }

    /** Whether it is ourselves who answer there. */
    boolean isUs(String address) {
        return us.contains(address);
    }
}
