package ingchain.node;

import ingchain.consensus.ForkChoice;
import ingchain.node.chain.StorageFailure;
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
 * @param events takes a line for each thing that happens: {@code [+]} and {@code [-]} for connections, {@code [!]}
 *     for what goes wrong, {@code height H tip HASH} for each new tip
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
        Consumer<String> events,
        Consumer<String> notices,
        Consumer<StorageFailure> onStorageFailure) {
    /** The longest chain wins, transfers must prove who signed them, nothing is kept, and nothing is told. */
    public static final NodeSettings QUIET =
            new NodeSettings(ForkChoice.LONGEST, false, null, Clock.systemUTC(), event -> {}, notice -> {}, failure -> {
                throw failure;
            });

    /** The same with another fork choice. */
    public NodeSettings with(ForkChoice other) {
        return new NodeSettings(other, acceptsOriginalTransfers, data, clock, events, notices, onStorageFailure);
    }

    /** The same with a folder. */
    public NodeSettings in(Path folder) {
        return new NodeSettings(forkChoice, acceptsOriginalTransfers, folder, clock, events, notices, onStorageFailure);
    }

    /** The same with another clock. */
    public NodeSettings at(Clock other) {
        return new NodeSettings(forkChoice, acceptsOriginalTransfers, data, other, events, notices, onStorageFailure);
    }
}
