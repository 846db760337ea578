package ingchain.consensus;

import ingchain.consensus.Scenario.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The whole network at one moment.
 *
 * @param trial what it is about
 * @param nodes each by its history
 * @param arrived for each link, how many messages have arrived since its connection was opened
 * @param copy of a message that has arrived once, and will again; null where there is none
 * @param happened of the scenario's moves those that happen once and have happened, a bit each
 */
record GlobalState(Trial trial, List<History> nodes, List<Integer> arrived, Copy copy, int happened) {
    /** A message that stayed behind on a link. */
    record Copy(int link, String text) {}

    /** The beginning: the new connections are made, and greetings are on their way. */
    static GlobalState start(Trial trial) {
        int links = trial.scenario().links().size();
        GlobalState state = new GlobalState(trial, trial.beginnings(), Collections.nCopies(links, 0), null, 0);
        for (int connection = 0; connection < trial.scenario().connections(); connection++) {
            if (connection == trial.scenario().settled()) {
                state = state.settled();
            }
            state = state.connected(connection);
        }
        return trial.scenario().settled() == trial.scenario().connections() ? state.settled() : state;
    }

    /** When all has been said; where the nodes talk for ever, that is seen in what they go on to say. */
    private GlobalState settled() {
        GlobalState state = this;
        for (int moves = 0; moves < Playback.MOST_MOVES && !state.isSilent(); moves++) {
            state = state.after(state.possible().get(0));
        }
        return state;
    }

    /** What can happen next, by its number among the scenario's moves; nothing at the end. */
    List<Integer> possible() {
        List<Integer> possible = new ArrayList<>();
        for (int number = 0; number < scenario().moves().size(); number++) {
            if (isPossible(number)) {
                possible.add(number);
            }
        }
        return possible;
    }

    boolean isPossible(int number) {
        Move move = scenario().moves().get(number);
        int index = move.index();
        return switch (move.kind()) {
            case ARRIVES -> !waiting(index).isEmpty();
            case COPY_ARRIVES -> copy != null;
            case MINES -> !hasHappened(number);
            case MINES_AT_REST -> !hasHappened(number) && isAtRest();
            case ARRIVES_TWICE -> !hadTrouble() && !waiting(index).isEmpty();
            case BREAKS ->
                !hadTrouble()
                        && !(waiting(2 * index).isEmpty()
                                && waiting(2 * index + 1).isEmpty());
        };
    }

    /** Whether nothing is on its way, and no node is about to mine by itself. */
    boolean isAtRest() {
        int mines = scenario().bits(kind -> kind == Move.Kind.MINES);
        return isSilent() && (happened & mines) == mines;
    }

    private boolean isSilent() {
        for (int link = 0; link < arrived.size(); link++) {
            if (!waiting(link).isEmpty()) {
                return false;
            }
        }
        return copy == null;
    }

    private boolean hasHappened(int number) {
        return (happened & 1 << number) != 0;
    }

    private boolean hadTrouble() {
        return (happened & scenario().bits(Move.Kind::isTrouble)) != 0;
    }

    /** What is on its way on a link, in the order in which it was said. */
    List<String> waiting(int link) {
        Link between = scenario().links().get(link);
        List<String> said = nodes.get(between.from()).saidTo(between.to());
        return said.subList(arrived.get(link), said.size());
    }

    /** The network after a move that is possible. */
    GlobalState after(int number) {
        Move move = scenario().moves().get(number);
        int index = move.index();
        return switch (move.kind()) {
            case ARRIVES -> arrives(index);
            case COPY_ARRIVES -> with(arrived, null).received(copy.link(), copy.text());
            case MINES, MINES_AT_REST -> once(number).met(index, new Event(Event.Kind.MINES, index, null));
            case ARRIVES_TWICE ->
                once(number)
                        .with(arrived, new Copy(index, waiting(index).get(0)))
                        .arrives(index);
            case BREAKS -> once(number).broken(index).connected(index);
        };
    }

    private GlobalState once(int number) {
        return new GlobalState(trial, nodes, arrived, copy, happened | 1 << number);
    }

    private GlobalState arrives(int link) {
        return with(link, arrived.get(link) + 1).received(link, waiting(link).get(0));
    }

    private GlobalState received(int link, String text) {
        Link between = scenario().links().get(link);
        return met(between.to(), new Event(Event.Kind.RECEIVED, between.from(), text));
    }

    private GlobalState connected(int connection) {
        Link there = scenario().links().get(2 * connection);
        return met(there.from(), new Event(Event.Kind.OPENED, there.to(), null))
                .met(there.to(), new Event(Event.Kind.OPENED, there.from(), null));
    }

    private GlobalState broken(int connection) {
        Link there = scenario().links().get(2 * connection);
        return with(2 * connection, 0)
                .with(2 * connection + 1, 0)
                .met(there.from(), new Event(Event.Kind.CLOSED, there.to(), null))
                .met(there.to(), new Event(Event.Kind.CLOSED, there.from(), null));
    }

    private GlobalState met(int node, Event event) {
        List<History> changed = new ArrayList<>(nodes);
        changed.set(node, nodes.get(node).after(event));
        return new GlobalState(trial, changed, arrived, copy, happened);
    }

    private GlobalState with(int link, int count) {
        List<Integer> changed = new ArrayList<>(arrived);
        changed.set(link, count);
        return with(changed, copy);
    }

    private GlobalState with(List<Integer> arrivedNow, Copy left) {
        return new GlobalState(trial, nodes, arrivedNow, left, happened);
    }

    private Scenario scenario() {
        return trial.scenario();
    }
}
