package ingchain.node.peer;

import ingchain.consensus.InvalidBlock;
import ingchain.message.MessageFramer;
import ingchain.message.ProtocolException;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import ingchain.node.chain.Ledger;
import ingchain.node.event.Events;
import ingchain.node.limits.BigMessages;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Gate;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands between the network and all that takes messages. What arrives passes the {@link Gate}; then the framer of step 3
 * makes messages of it; those that only nodes of this kind know go to the handlers that were named for them, and all
 * others to the steps. Whoever breaks a rule is dropped here.
 */
public final class PeerWatch implements PeerHandler {
    private final StepsDoor steps;
    private final Ledger ledger;
    private final Desk desk;
    private final Company company;
    private final Discipline discipline;
    private final Supplier<Greeting> greeting;
    private final Events events;
    private final AtomicLong pendingBytes = new AtomicLong();
    private final BigMessages bigMessages = new BigMessages();
    private final Map<String, FellowHandler> handlers = new HashMap<>();
    private final Map<Peer, MessageFramer> framers = new ConcurrentHashMap<>();
    private Predicate<String> weCalled = address -> false;
    private Consumer<NodePeer> whenClosed = peer -> {};

    /**
     * @param steps what takes the messages that the steps know
     * @param ledger our chain, as peers may see it
     * @param desk on which is decided what to say
     * @param company the peers that are connected
     * @param greeting gives what we say first on a connection
     */
    public PeerWatch(
            StepsDoor steps,
            Ledger ledger,
            Desk desk,
            Company company,
            Discipline discipline,
            Supplier<Greeting> greeting,
            Events events) {
        this.steps = steps;
        this.ledger = ledger;
        this.desk = desk;
        this.company = company;
        this.discipline = discipline;
        this.greeting = greeting;
        this.events = events;
    }

    /** Names who takes messages of a type, before the first peer comes. */
    public void on(String type, FellowHandler handler) {
        handlers.put(type, handler);
    }

    /** Names who knows whether a connection, by its HOST:PORT, was made by us; before the first peer comes. */
    public void weCalled(Predicate<String> asked) {
        weCalled = asked;
    }

    /** Names who is told of peers that have gone, before the first peer comes. */
    public void whenClosed(Consumer<NodePeer> told) {
        whenClosed = told;
    }

    @Override
    public Peer opened(Peer peer) {
        Wire wire = new Wire(peer, ledger, discipline, events);
        NodePeer watched = new NodePeer(
                wire,
                desk,
                greeting,
                new OriginalTalk(wire, ledger, desk),
                new Gate(pendingBytes),
                weCalled.test(peer.address()));
        framers.put(watched, new MessageFramer());
        steps.opened(watched);
        events.tell("connected", "peer", watched, "called", watched.weCalled() ? "by-us" : "by-peer");
        company.enter(watched);
        return watched;
    }

    @Override
    public void received(Peer peer, byte[] data) {
        NodePeer watched = (NodePeer) peer;
        if (watched.isClosed()) {
            return; // what is still in our system is not read
        }
        try {
            long pause = watched.gate().pass(data);
            for (String message : framers.get(peer).feed(data)) {
                try (BigMessages.Turn turn = bigMessages.await(message)) {
                    take(watched, message);
                }
            }
            Pause.millis(pause);
        } catch (ProtocolException e) {
            discipline.drop(peer, new Offence(Rule.PROTOCOL, e.getMessage()));
        } catch (InvalidBlock e) {
            discipline.drop(peer, new Offence(Rule.VALID_BLOCKS, e.getMessage()));
        } catch (Offence e) {
            discipline.drop(peer, e);
        }
    }

    private void take(NodePeer peer, String message) throws ProtocolException, InvalidBlock, Offence {
        if (peer.isClosed()) {
            return;
        }
        FellowHandler handler = handlers.get(MessageType.of(message));
        if (handler == null) {
            steps.take(peer, message);
        } else if (peer.isFellow()) {
            peer.spoke();
            handler.take(peer, message);
        } else {
            throw new ProtocolException("a node of this kind greets first");
        }
    }

    @Override
    public void closed(Peer peer) {
        NodePeer watched = (NodePeer) peer;
        framers.remove(peer);
        watched.gate().close();
        watched.close(); // what still waits to be sent is not
        company.leave(watched);
        steps.closed(watched);
        events.tell("closed", "peer", watched);
        whenClosed.accept(watched);
    }
}
