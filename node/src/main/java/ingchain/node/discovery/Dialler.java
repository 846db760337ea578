package ingchain.node.discovery;

import ingchain.network.P2PNetwork;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Slots;
import ingchain.node.peer.NodePeer;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps up the connections that our owner asked for, and some with peers that others told us of. A peer that does not
 * answer is called again, at growing intervals; so is one whose connection is lost. Nobody is called who is connected
 * already, whoever called, nor ourselves, nor an address that is kept out.
 */
public final class Dialler implements AutoCloseable {
    /** Between two calls at first, in milliseconds; it doubles with each call that leads to nothing. */
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    /** Between two calls at the most, in milliseconds: a peer that comes back is found within half a minute. */
    private static final long LAST_PAUSE_MILLIS = 30_000;

    /** More would be longer than the longest pause. */
    private static final int MAX_DOUBLINGS = 10;

    /** How many peers our owner can ask for. Each call takes a thread until it fails. */
    static final int MAX_ASKED = 100;

    /** How often we look whether somebody is to be called, in milliseconds. */
    private static final long LOOK_MILLIS = 250;

    /** A connection that stands this long was of use, in milliseconds; then the pauses are short again. */
    private static final long OF_USE_MILLIS = 10_000;

    private final P2PNetwork network;
    private final AddressBook book;
    private final Discipline discipline;
    private final Slots slots;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Consumer<String> notices;
    private final Map<HostPort, Target> targets = new HashMap<>();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Set<String> us = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Dialler::thread);
    private final ExecutorService callers = Executors.newCachedThreadPool(Dialler::thread);

    /**
     * @param peers those that are connected
     * @param notices takes a sentence when a peer that our owner asked for cannot be reached, and when it then can
     */
    public Dialler(
            P2PNetwork network,
            AddressBook book,
            Discipline discipline,
            Slots slots,
            Supplier<? extends Collection<NodePeer>> peers,
            Consumer<String> notices) {
        this.network = network;
        this.book = book;
        this.discipline = discipline;
        this.slots = slots;
        this.peers = peers;
        this.notices = notices;
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dial");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Calls a peer now, and from then on whenever it is not connected.
     *
     * @throws IOException where it does not answer now; it is not called again then
     */
    public void dial(HostPort peer) throws IOException {
        Target target = new Target(peer, true);
        connect(target);
        synchronized (this) {
            targets.putIfAbsent(peer, target);
        }
    }

    /** Calls a peer whenever it is not connected, from now on. */
    public synchronized void keep(HostPort peer) {
        if (targets.values().stream().filter(target -> target.asked).count() < MAX_ASKED) {
            targets.put(peer, new Target(peer, true));
            clock.execute(this::look);
        }
    }

    /** Whether a connection with that HOST:PORT was made by us. */
    public boolean hasCalled(String address) {
        return called.contains(address);
    }

    /** The connection with that HOST:PORT has ended. */
    public void gone(String address) {
        called.remove(address);
    }

    /** The peer at that HOST:PORT, which we have called, has greeted with a name. */
    synchronized void learned(String address, String name) {
        for (Target target : targets.values()) {
            if (address.equals(target.resolved)) {
                target.name = name;
                book.reached(HostPort.parse(address), System.currentTimeMillis());
            }
        }
    }

    /** We have called ourselves at that HOST:PORT. */
    synchronized void isUs(String address) {
        us.add(address);
        book.forget(HostPort.parse(address));
        for (Target target : List.copyOf(targets.values())) {
            if (address.equals(target.address.toString())) {
                targets.remove(target.address);
            } else if (address.equals(target.resolved)) {
                target.resolved = null; // a name, which may stand for others, too
            }
        }
    }

    /** How long to wait before the next call, in milliseconds, after one that led to nothing as so many before it. */
    static long pauseMillis(int callsBefore) {
        return Math.min(FIRST_PAUSE_MILLIS << Math.min(callsBefore, MAX_DOUBLINGS), LAST_PAUSE_MILLIS);
    }

    private synchronized void look() {
        long now = System.currentTimeMillis();
        for (Target target : List.copyOf(targets.values())) {
            if (isConnected(target)) {
                connected(target, now);
            } else if (target.connectedMillis > 0) {
                target.postpone(now); // it has just been lost
            } else if (!target.calling && now >= target.nextMillis && mayCall(target)) {
                target.calling = true;
                start(target);
            }
        }
        addFromBook();
    }

    private static void connected(Target target, long now) {
        if (target.connectedMillis == 0) {
            target.connectedMillis = now;
        } else if (now - target.connectedMillis > OF_USE_MILLIS) {
            target.callsInVain = 0;
        }
    }

    private boolean mayCall(Target target) {
        boolean kept = target.resolved != null
                && (us.contains(target.resolved) || discipline.keepsOut(HostPort.parse(target.resolved)));
        return !kept && slots.mayCall(peers.get().size());
    }

    private void start(Target target) {
        try {
            callers.execute(() -> call(target));
        } catch (RejectedExecutionException e) {
            // The node is closing.
        }
    }

    private void call(Target target) {
        try {
            connect(target);
            if (target.told) {
                notices.accept("Reached the peer at " + target.address + ".");
            }
            target.told = false;
        } catch (IOException e) {
            if (target.asked && !target.told) {
                target.told = true;
                notices.accept("No peer answers at " + target.address
                        + ". Start one there, or go on without: this node keeps trying.");
            }
            book.failed(target.address, System.currentTimeMillis());
            synchronized (this) {
                if (!target.asked) {
                    targets.remove(target.address);
                }
            }
        }
        synchronized (this) {
            target.postpone(System.currentTimeMillis());
            target.calling = false;
        }
    }

    private void connect(Target target) throws IOException {
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
                .filter(address -> !us.contains(address.toString()))
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
    private boolean isConnected(Target target) {
        return peers.get().stream()
                .anyMatch(peer -> peer.address().equals(target.resolved)
                        || target.name != null
                                && peer.greeting() != null
                                && target.name.equals(peer.greeting().node()));
    }

    /** Calls peers that we have heard of, until we keep up enough calls. */
    private void addFromBook() {
        long now = System.currentTimeMillis();
        for (Target target : List.copyOf(targets.values())) {
            if (!target.asked && target.connectedMillis == 0 && !target.calling && target.nextMillis > 0) {
                targets.remove(target.address); // it took the call, and the connection is gone
                book.failed(target.address, now);
            }
        }
        int wanted = Slots.OUTBOUND - targets.size();
        List<HostPort> candidates = wanted > 0 ? book.due(now) : List.of();
        for (HostPort address : candidates) {
            if (wanted == 0) {
                return;
            }
            Target target = new Target(address, false);
            target.resolved = address.toString();
            boolean known = targets.values().stream()
                            .anyMatch(other -> address.toString().equals(other.resolved))
                    || targets.containsKey(address)
                    || peers.get().stream().anyMatch(peer -> address.equals(peer.listensAt()));
            if (!known && mayCall(target)) {
                targets.put(address, target);
                wanted--;
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.shutdownNow();
    }
}
