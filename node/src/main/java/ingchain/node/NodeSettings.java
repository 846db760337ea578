package ingchain.node;

import ingchain.consensus.ForkChoice;
import java.util.function.Consumer;

/**
 * What can be chosen about a node.
 *
 * @param forkChoice which of two valid chains it follows; all nodes of a network must choose alike
 * @param acceptsOriginalTransfers whether it takes transfers of the original program, whose signatures nobody can check
 * @param events takes a line for each thing that happens: {@code [+]} and {@code [-]} for connections, {@code [!]}
 *     for what goes wrong, {@code height H tip HASH} for each new tip
 * @param notices takes a sentence for each thing that whoever started the node should know, such as a peer that
 *     cannot be reached
 */
public record NodeSettings(
        ForkChoice forkChoice, boolean acceptsOriginalTransfers, Consumer<String> events, Consumer<String> notices) {
    /** The longest chain wins, transfers must prove who signed them, and nothing is told. */
    public static final NodeSettings QUIET = new NodeSettings(ForkChoice.LONGEST, false, event -> {}, notice -> {});
}
