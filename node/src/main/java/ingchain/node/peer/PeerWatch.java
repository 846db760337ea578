package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.consensus.InvalidBlock;
import ingchain.message.MessageData;
import ingchain.message.MessageFramer;
import ingchain.message.ProtocolException;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import ingchain.node.chain.FutureRule;
import ingchain.node.chain.Ledger;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stands between the network and the steps. It listens to what each peer says, to learn what the peer runs and where it
 * stands, and hands the steps one message at a time: those that they know. Messages that only nodes of this kind know go
 * to the handlers that were named for them.
 */
public final class PeerWatch implements PeerHandler {
    private final PeerHandler steps;
    private final Ledger ledger;
    private final Desk desk;
    private final FutureRule futureRule;
    private final Discipline discipline;
    private final Supplier<Greeting> greeting;
    private final Supplier<List<Transaction>> waiting;
    private final Consumer<String> log;
    private final Map<String, FellowHandler> handlers = new HashMap<>();
    private Consumer<NodePeer> whenClosed = peer -> {};
    private final Map<Peer, MessageFramer> framers = new ConcurrentHashMap<>();

    /**
     * @param steps what takes the messages that the steps know
     * @param ledger our chain, as peers may see it
     * @param greeting gives what we say first on a connection
     * @param waiting gives the transfers in our pool
     */
    public PeerWatch(
            PeerHandler steps,
            Ledger ledger,
            Desk desk,
            FutureRule futureRule,
            Discipline discipline,
            Supplier<Greeting> greeting,
            Supplier<List<Transaction>> waiting,
            Consumer<String> log) {
        this.steps = steps;
        this.ledger = ledger;
        this.desk = desk;
        this.futureRule = futureRule;
        this.discipline = discipline;
        this.greeting = greeting;
        this.waiting = waiting;
        this.log = log;
    }

    /** Names who takes messages of a type, before the first peer comes. */
    public void on(String type, FellowHandler handler) {
        handlers.put(type, handler);
    }

    /** Names who is told of peers that have gone, before the first peer comes. */
    public void whenClosed(Consumer<NodePeer> told) {
        whenClosed = told;
    }

    @Override
    public Peer opened(Peer peer) {
        Wire wire = new Wire(peer, ledger, log);
        NodePeer watched = new NodePeer(wire, desk, greeting, new OriginalTalk(wire, ledger, desk));
        framers.put(watched, new MessageFramer());
        steps.opened(watched);
        return watched;
    }

    @Override
    public void received(Peer peer, byte[] data) {
        NodePeer watched = (NodePeer) peer;
        try {
            for (String message : framers.get(peer).feed(data)) {
                FellowHandler handler = handlers.get(MessageType.of(message));
                if (handler == null) {
                    hear(watched, message);
                } else if (watched.isFellow()) {
                    handler.take(watched, message);
                } else {
                    throw new ProtocolException("a node of this kind greets first");
                }
            }
        } catch (ProtocolException e) {
            discipline.drop(peer, new Offence(Rule.PROTOCOL, e.getMessage()));
        } catch (InvalidBlock e) {
            discipline.drop(peer, new Offence(Rule.VALID_BLOCKS, e.getMessage()));
        } catch (Offence e) {
            discipline.drop(peer, e);
        }
    }

    private void hear(NodePeer peer, String message) throws ProtocolException {
        Heard heard = Heard.in(MessageData.parse(message));
        peer.heard(heard, waiting);
        if (isForSteps(peer, heard)) {
            steps.received(peer, message.getBytes(StandardCharsets.UTF_8));
        }
        peer.taken(heard);
    }

    /**
     * Blocks of the future are not. Nor are those of a node like this one that do not come next: the steps would answer
     * with our whole chain, and it has a better way to ask.
     */
    private boolean isForSteps(NodePeer peer, Heard heard) {
        Block latest = heard.latest();
        if (latest == null) {
            return true;
        }
        if (futureRule.isBroken(latest)) {
            log.accept("[!] " + peer + " shows a block of the future, " + latest.height() + ": not taken");
            return false;
        }
        return !peer.isFellow()
                || heard.subject() == Heard.Subject.BLOCK
                        && latest.previousHash().equals(ledger.tip().hash());
    }

    @Override
    public void closed(Peer peer) {
        framers.remove(peer);
        peer.close(); // what still waits to be sent is not
        steps.closed(peer);
        whenClosed.accept((NodePeer) peer);
    }
}
