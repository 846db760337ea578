package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import java.util.List;
import java.util.stream.Stream;

/**
 * The beginnings from which every order is tried. Chains are short: what matters is which is longer, and the number of
 * orders grows fast. The digit in a name is the number of nodes.
 */
final class Scenarios {
    private static final TestChain GENESIS = new TestChain();
    private static final TestChain TWO = GENESIS.fork().grow(1, BOB);
    private static final TestChain OTHER_TWO = GENESIS.fork().grow(1, ALICE);
    private static final TestChain THREE = GENESIS.fork().grow(2, ALICE);
    private static final TestChain OTHER_THREE = GENESIS.fork().grow(2, BOB);
    private static final TestChain FOUR = GENESIS.fork().grow(3, CAROL);
    private static final TestChain PAID = THREE.fork().mine(ALICE, THREE.payment(ALICE, CAROL, 30));
    private static final TestChain NOT_PAID = THREE.fork().grow(2, BOB);

    /** Two nodes that meet. */
    static final List<Scenario> TWO_NODES = List.of(
            Scenario.line("behind2", GENESIS, FOUR),
            Scenario.line("fork2", THREE, TWO),
            Scenario.line("tie2", THREE, OTHER_THREE).miningAtRest(),
            Scenario.line("payment2", PAID, NOT_PAID).miningAtRest(),
            Scenario.line("race2", THREE, TWO).mining(2).miningAtRest());

    /** Nodes that meet, or of which one mines, where once something goes wrong between them. */
    static final List<Scenario> TROUBLED = List.of(
            Scenario.line("copy2", THREE, TWO).withCopy(),
            Scenario.line("break2", THREE, TWO).withBreak(),
            Scenario.ring("copy3", GENESIS, GENESIS, GENESIS)
                    .settled(3)
                    .mining(1)
                    .withCopy(),
            Scenario.ring("break3", GENESIS, GENESIS, GENESIS)
                    .settled(3)
                    .mining(1)
                    .withBreak());

    /** Three nodes in a line. */
    static final List<Scenario> LINES = List.of(
            Scenario.line("linetie3", TWO, GENESIS, OTHER_TWO).miningAtRest(),
            Scenario.line("linerace3", GENESIS, GENESIS, GENESIS)
                    .settled(2)
                    .mining(2)
                    .miningAtRest(),
            Scenario.line("stairs3", GENESIS, TWO, THREE));

    /** Three nodes, each connected with the two others. */
    static final List<Scenario> RINGS = List.of(
            Scenario.ring("ring3", THREE, THREE, TWO).settled(1),
            Scenario.ring("ringtie3", THREE, THREE, OTHER_THREE).settled(1).miningAtRest());

    private Scenarios() {}

    /** All of them. */
    static List<Scenario> all() {
        return Stream.of(TWO_NODES, TROUBLED, LINES, RINGS)
                .flatMap(List::stream)
                .toList();
    }
}
