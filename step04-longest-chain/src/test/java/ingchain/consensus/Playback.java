package ingchain.consensus;

import java.util.ArrayList;
import java.util.List;

/**
 * One order, played on the student's code up to the first fault. Where its moves are at an end and the network is not,
 * it goes on with whatever comes first.
 */
final class Playback {
    /**
     * More than there is ever reason for: on the reference, the longest order has 21 moves. What goes on for so much
     * longer goes on for ever.
     */
    static final int MOST_MOVES = 200;

    /**
     * One move.
     *
     * @param number of the move
     * @param before the network before it
     * @param after the network after it; null where it was not possible and was passed over
     */
    record Step(int number, GlobalState before, GlobalState after) {}

    private final GlobalState start;
    private final List<Step> steps = new ArrayList<>();
    private final int given;
    private GlobalState state;

    /** @param moves the first moves, by their numbers; may be empty */
    Playback(Trial trial, List<Integer> moves) {
        start = GlobalState.start(trial);
        state = start;
        for (int i = 0; i < moves.size() && Invariants.fault(state) == null; i++) {
            play(moves.get(i));
        }
        given = steps.size();
        while (Invariants.fault(state) == null && !state.possible().isEmpty() && steps.size() < MOST_MOVES) {
            play(state.possible().get(0));
        }
    }

    private void play(int number) {
        GlobalState before = state;
        if (before.isPossible(number)) {
            state = before.after(number);
            steps.add(new Step(number, before, state));
        } else {
            steps.add(new Step(number, before, null));
        }
    }

    /** The network before the first move. */
    GlobalState start() {
        return start;
    }

    /** How many of the moves were asked for; the others came by themselves. */
    int given() {
        return given;
    }

    /** All moves, in order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The network after the last move. */
    GlobalState end() {
        return state;
    }

    /** Whether the nodes still had something to say when nobody wanted to hear more. */
    boolean isEndless() {
        return Invariants.fault(state) == null && !state.possible().isEmpty();
    }

    /** What went wrong; null where nothing did. */
    Fault fault() {
        return isEndless()
                ? new Fault(
                        "never-at-rest",
                        "the nodes never come to rest: " + steps.size()
                                + " times something has happened, and there is no end in sight")
                : Invariants.fault(state);
    }

    /** What came out of the student's code and ended it all; null where nothing did. */
    Throwable thrown() {
        return state.nodes().stream()
                .map(node -> node.answer().thrown())
                .filter(thrown -> thrown != null)
                .findFirst()
                .orElse(null);
    }
}
