package ingchain.consensus;

import static ingchain.consensus.Move.Kind.ARRIVES;
import static ingchain.consensus.Move.Kind.ARRIVES_TWICE;
import static ingchain.consensus.Move.Kind.BREAKS;
import static ingchain.consensus.Move.Kind.COPY_ARRIVES;
import static ingchain.consensus.Move.Kind.MINES;
import static ingchain.consensus.Move.Kind.MINES_AT_REST;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A beginning from which every order of events is tried.
 *
 * @param name in lower case, without a hyphen
 * @param chains the nodes' chains at the beginning; node 0 is called node A
 * @param links of each connection first one direction, then the other
 * @param settled how many of the connections, the first ones, have long been there when the others are made
 * @param moves all that may ever happen. What is no trouble comes first, so that the first that is possible leads on
 */
record Scenario(String name, List<TestChain> chains, List<Link> links, int settled, List<Move> moves) {
    /** One direction of a connection: what the node of one number says to the node of the other. */
    record Link(int from, int to) {}

    /** Nodes in a line, each newly connected with the next. */
    static Scenario line(String name, TestChain... chains) {
        return connected(name, List.of(chains), chains.length - 1);
    }

    /** As {@link #line}, and the last is connected with the first. */
    static Scenario ring(String name, TestChain... chains) {
        return connected(name, List.of(chains), chains.length);
    }

    private static Scenario connected(String name, List<TestChain> chains, int connections) {
        int nodes = chains.size();
        List<Link> links = IntStream.range(0, connections)
                .boxed()
                .flatMap(i -> Stream.of(new Link(i, (i + 1) % nodes), new Link((i + 1) % nodes, i)))
                .toList();
        return new Scenario(name, chains, links, 0, List.of()).with(ARRIVES, links.size());
    }

    /** This one, where the first so many connections are old: nobody has anything to say on them any more. */
    Scenario settled(int connections) {
        return new Scenario(name, chains, links, connections, moves);
    }

    /** This one, where each of the first so many nodes mines a block at some time. */
    Scenario mining(int nodes) {
        return with(MINES, nodes);
    }

    /** This one, where the first node mines a block when nobody has anything to say any more. */
    Scenario miningAtRest() {
        return with(MINES_AT_REST, 1);
    }

    /** This one, where one message may arrive twice. */
    Scenario withCopy() {
        return with(COPY_ARRIVES, 1).with(ARRIVES_TWICE, links.size());
    }

    /** This one, where one connection may break. */
    Scenario withBreak() {
        return with(BREAKS, connections());
    }

    private Scenario with(Move.Kind kind, int count) {
        Stream<Move> more = IntStream.range(0, count).mapToObj(i -> new Move(kind, i));
        return new Scenario(
                name,
                chains,
                links,
                settled,
                Stream.concat(moves.stream(), more).toList());
    }

    int connections() {
        return links.size() / 2;
    }

    /** The moves of some kinds, by their numbers, as bits. */
    int bits(Predicate<Move.Kind> kinds) {
        int bits = 0;
        for (int number = 0; number < moves.size(); number++) {
            bits |= kinds.test(moves.get(number).kind()) ? 1 << number : 0;
        }
        return bits;
    }

    /** "A". */
    static String letter(int node) {
        return String.valueOf((char) ('A' + node));
    }

    /** "node A". */
    static String nameOf(int node) {
        return "node " + letter(node);
    }
}
