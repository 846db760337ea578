package ingchain.cli.run;

import ingchain.cli.kit.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program that each step ends in, and how the article runs it. */
public final class Programs {
    /** Where the first node listens. */
    public static final int FIRST_PORT = 8555;

    private static final Map<Integer, String> BY_STEP = Map.of(
            1, "ingchain.server.ServerProgram",
            2, "ingchain.network.NetworkProgram",
            3, "ingchain.message.MessageProgram",
            4, "ingchain.consensus.ChainProgram");
    private static final int FIRST_WITH_PEERS = 2;
    private static final int FIRST_WITH_BLOCKS = 3;

    private Programs() {}

    /** The main class of the step's program; empty where it has none. */
    public static Optional<String> mainClass(Step step) {
        return Optional.ofNullable(BY_STEP.get(step.number()));
    }

    /** Whether the program dials other nodes, so that there are two to run. */
    public static boolean hasPeers(Step step) {
        return step.number() >= FIRST_WITH_PEERS;
    }

    /** What the first node gets to show that the second has not: a longer chain, as soon as there are chains. */
    public static List<String> headStart(Step step) {
        return step.number() >= FIRST_WITH_BLOCKS ? List.of("--mine", "3") : List.of();
    }
}
