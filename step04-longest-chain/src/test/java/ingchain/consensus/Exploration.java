package ingchain.consensus;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Every order in which things can happen in a scenario. They are far too many to be played one by one; but many lead
 * to the same state of the network, and from there on to the same ends. So each state is looked at once, those that
 * take few moves first, and the orders that lead to it are counted along the way.
 */
final class Exploration {
    /** Far more than any scenario has on the reference, and little enough for the memory of a checkpoint. */
    private static final int MOST_STATES = 200_000;

    /** How a state was reached first, which is one of the shortest ways, and how many orders lead to it. */
    private static final class Found {
        private final GlobalState before;
        private final int move;
        private BigInteger orders = BigInteger.ZERO;

        private Found(GlobalState before, int move) {
            this.before = before;
            this.move = move;
        }
    }

    private final Trial trial;
    private final long deadline;
    private final Map<GlobalState, Found> found = new HashMap<>();
    private final Deque<GlobalState> open = new ArrayDeque<>();
    private GlobalState last;
    private Fault fault;
    private BigInteger orders = BigInteger.ZERO;

    /**
     * @param deadline when to stop, on the clock of {@link System#nanoTime}: code that answers right, but slowly, is
     *     not held up for ever
     */
    Exploration(Trial trial, long deadline) throws InterruptedException {
        this.trial = trial;
        this.deadline = deadline;
        last = GlobalState.start(trial);
        Found start = new Found(null, 0);
        start.orders = BigInteger.ONE;
        found.put(last, start);
        open.add(last);
        while (fault == null && !open.isEmpty() && mayGoOn()) {
            goOnFrom(open.poll());
        }
    }

    private boolean mayGoOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return found.size() < MOST_STATES && System.nanoTime() < deadline && trial.reasonNotToFollow() == null;
    }

    private void goOnFrom(GlobalState state) {
        // All orders that lead here are as long as each other, so all of them have been counted by now.
        BigInteger leadHere = found.get(state).orders;
        List<Integer> possible = state.possible();
        if (possible.isEmpty()) {
            orders = orders.add(leadHere);
        }
        for (int i = 0; i < possible.size() && fault == null; i++) {
            GlobalState next = state.after(possible.get(i));
            Found known = found.get(next);
            if (known == null) {
                known = new Found(state, possible.get(i));
                found.put(next, known);
                open.add(next);
                last = next;
                fault = Invariants.fault(next);
            }
            known.orders = known.orders.add(leadHere);
        }
    }

    /** What went wrong in the last state that was found; null where nothing has. */
    Fault fault() {
        return fault;
    }

    /** Whether all is well in every order. */
    boolean isComplete() {
        return fault == null && open.isEmpty();
    }

    /** One of the shortest ways to the last state that was found, by the numbers of the moves. */
    List<Integer> wayToLast() {
        LinkedList<Integer> way = new LinkedList<>();
        for (Found at = found.get(last); at.before != null; at = found.get(at.before)) {
            way.addFirst(at.move);
        }
        return way;
    }

    /** How many different orders lead from the beginning to an end. */
    BigInteger orders() {
        return orders;
    }

    /** How many states of the network were looked at. */
    int states() {
        return found.size();
    }
}
