package ingchain.node;

import ingchain.consensus.ForkChoice;
import ingchain.node.chain.StorageFailure;
import ingchain.node.event.Event;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Slots;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What can be chosen about a node.
 *
 * @param forkChoice which of two valid chains it follows; all nodes of a network must choose alike
 * @param acceptsOriginalTransfers whether it takes transfers of the original program, whose signatures nobody can check
 * @param data the folder in which chain, peers and keys are kept, or null where they end with the process
 * @param clock gives the times of its own blocks, and judges those of others
 * @param patience how long it waits for peers
 * @param maxPeers how many connections it has at the most; 1 or more
 * @param events is told of each thing that happens
 * @param notices takes a sentence for each thing that whoever started the node should know, such as a peer that
 *     cannot be reached
 * @param onStorageFailure is told when something cannot be stored any more. The node has then stopped to follow its
 *     chain, and should be ended
 */
public record NodeSettings(
        ForkChoice forkChoice,
        boolean acceptsOriginalTransfers,
        Path data,
        Clock clock,
        Patience patience,
        int maxPeers,
        Consumer<Event> events,
        Consumer<String> notices,
        Consumer<StorageFailure> onStorageFailure) {
    /**
     * The chain with the most work wins, transfers must prove who signed them, nothing is kept, nothing is told, and a
     * failure is thrown.
     */
    public static final NodeSettings DEFAULT = new NodeSettings(
            ForkChoice.MOST_WORK,
            false,
            null,
            Clock.systemUTC(),
            Patience.DEFAULT,
            Slots.DEFAULT_MAX_PEERS,
            event -> {},
            notice -> {},
            NodeSettings::rethrow);

    private static void rethrow(StorageFailure failure) {
        throw failure;
    }

    /** The same with another fork choice. */
    public NodeSettings with(ForkChoice other) {
        return new NodeSettings(
                other, acceptsOriginalTransfers, data, clock, patience, maxPeers, events, notices, onStorageFailure);
    }

    /** The same, where original transfers are taken or not. */
    public NodeSettings acceptingOriginalTransfers(boolean accepts) {
        return new NodeSettings(
                forkChoice, accepts, data, clock, patience, maxPeers, events, notices, onStorageFailure);
    }

    /** The same with a folder, or without one where it is null. */
    public NodeSettings in(Path folder) {
        return new NodeSettings(
                forkChoice,
                acceptsOriginalTransfers,
                folder,
                clock,
                patience,
                maxPeers,
                events,
                notices,
                onStorageFailure);
    }

    /** The same with another clock. */
    public NodeSettings at(Clock other) {
        return new NodeSettings(
                forkChoice,
                acceptsOriginalTransfers,
                data,
                other,
                patience,
                maxPeers,
                events,
                notices,
                onStorageFailure);
    }

    /** The same with other patience. */
    public NodeSettings with(Patience other) {
        return new NodeSettings(
                forkChoice, acceptsOriginalTransfers, data, clock, other, maxPeers, events, notices, onStorageFailure);
    }

    /** The same with room for other numbers of peers. */
    public NodeSettings withMaxPeers(int most) {
        return new NodeSettings(
                forkChoice, acceptsOriginalTransfers, data, clock, patience, most, events, notices, onStorageFailure);
    }

    /** The same, telling of events. */
    public NodeSettings telling(Consumer<Event> other) {
        return new NodeSettings(
                forkChoice,
                acceptsOriginalTransfers,
                data,
                clock,
                patience,
                maxPeers,
                other,
                notices,
                onStorageFailure);
    }

    /** The same, telling whoever started it what it should know, and of a failure. */
    public NodeSettings notifying(Consumer<String> owner, Consumer<StorageFailure> failure) {
        return new NodeSettings(
                forkChoice, acceptsOriginalTransfers, data, clock, patience, maxPeers, events, owner, failure);
    }
}
