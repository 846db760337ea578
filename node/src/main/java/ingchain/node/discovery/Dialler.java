package ingchain.node.discovery;

import ingchain.network.P2PNetwork;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Slots;
import ingchain.node.peer.NodePeer;
import ingchain.program.HostPort;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps up the connections that our owner asked for, and some with peers that others told us of. A peer that does not
 * answer is called again, at growing intervals; so is one whose connection is lost. Nobody is called who is connected
 * already, whoever called, nor ourselves, nor an address that is kept out.
 */
public final class Dialler implements AutoCloseable {
    /** How many peers our owner can ask for. Each call takes a thread until it fails. */
    static final int MAX_ASKED = 100;

    /** How often we look whether somebody is to be called, in milliseconds. */
    private static final long LOOK_MILLIS = 250;

    private final Caller caller;
    private final AddressBook book;
    private final Discipline discipline;
    private final Slots slots;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Consumer<String> notices;
    private final Targets targets = new Targets();
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
        this.caller = new Caller(network, book, peers);
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
        caller.connect(target);
        synchronized (this) {
            targets.putIfAbsent(target);
        }
    }

    /** Calls a peer whenever it is not connected, from now on. */
    public synchronized void keep(HostPort peer) {
        if (targets.asked() < MAX_ASKED) {
            targets.put(new Target(peer, true));
            clock.execute(this::look);
        }
    }

    /** Whether a connection with that HOST:PORT was made by us. */
    public boolean hasCalled(String address) {
        return caller.hasCalled(address);
    }

    /** The connection with that HOST:PORT has ended. */
    public void gone(String address) {
        caller.gone(address);
    }

    /** The peer at that HOST:PORT, which we have called, has greeted with a name. */
    synchronized void learned(String address, String name) {
        for (Target target : targets.all()) {
            if (address.equals(target.resolved)) {
                target.name = name;
                book.reached(HostPort.parse(address), System.currentTimeMillis());
            }
        }
    }

    /** We have called ourselves at that HOST:PORT. */
    synchronized void isUs(String address) {
        caller.noteUs(address);
        book.forget(HostPort.parse(address));
        targets.dropUs(address);
    }

    private synchronized void look() {
        long now = System.currentTimeMillis();
        for (Target target : targets.all()) {
            if (caller.isConnected(target)) {
                target.stands(now);
            } else if (target.connectedMillis > 0) {
                target.postpone(now); // it has just been lost
            } else if (!target.calling && now >= target.nextMillis && mayCall(target)) {
                target.calling = true;
                start(target);
            }
        }
        addFromBook();
    }

    private boolean mayCall(Target target) {
        boolean kept = target.resolved != null
                && (caller.isUs(target.resolved) || discipline.keepsOut(HostPort.parse(target.resolved)));
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
            caller.connect(target);
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
                    targets.remove(target);
                }
            }
        }
        synchronized (this) {
            target.postpone(System.currentTimeMillis());
            target.calling = false;
        }
    }

    /** Calls peers that we have heard of, until we keep up enough calls. */
    private void addFromBook() {
        long now = System.currentTimeMillis();
        for (Target target : targets.all()) {
            if (!target.asked && target.connectedMillis == 0 && !target.calling && target.nextMillis > 0) {
                targets.remove(target); // it took the call, and the connection is gone
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
            boolean known =
                    targets.include(address) || peers.get().stream().anyMatch(peer -> address.equals(peer.listensAt()));
            if (!known && mayCall(target)) {
                targets.put(target);
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
