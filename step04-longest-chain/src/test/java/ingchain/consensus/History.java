package ingchain.consensus;

import ingchain.block.Block;
import ingchain.network.P2PNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one node has met, in order, and what it did at the last of it. A node knows of nothing else, so however the
 * rest of the network came here, the node is the same: what it does next is found out once and remembered, whatever
 * the student's code keeps in its fields.
 */
final class History {
    private final Trial trial;
    private final int node;
    private final History before;
    private final Event last;
    private final Map<Event, History> after = new HashMap<>();
    private final Answer answer;
    private final Fault fault;
    private final Map<Integer, List<String>> said; // to each peer since the connection with it was opened
    private LoneNode living; // has met exactly this; null where it has gone on to meet more

    /** Nothing has happened yet. */
    History(Trial trial, int node) {
        this.trial = trial;
        this.node = node;
        this.before = null;
        this.last = null;
        this.living = new LoneNode(trial, node);
        this.answer = living.start();
        this.fault = null;
        this.said = Map.of();
    }

    private History(History before, Event last) {
        this.trial = before.trial;
        this.node = before.node;
        this.before = before;
        this.last = last;
        this.living = before.takeNode();
        this.answer = living.meet(last);
        this.fault = Invariants.fault(node, before.answer, answer, trial.honest());
        this.said = said();
    }

    private Map<Integer, List<String>> said() {
        Map<Integer, List<String>> all = new HashMap<>(before.said);
        switch (last.kind()) {
            case OPENED -> all.put(last.peer(), List.of(P2PNetwork.GREETING)); // by the network, as in step 2
            case CLOSED -> all.remove(last.peer());
            default -> {}
        }
        answer.said().forEach(saying -> all.merge(saying.to(), List.of(saying.text()), History::joined));
        return all;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** What the node has said to a peer since they were connected, greeting included, in order. */
    List<String> saidTo(int peer) {
        return said.getOrDefault(peer, List.of());
    }

    /** This and one event more. */
    History after(Event event) {
        History known = after.get(event);
        if (known == null) {
            known = new History(this, event);
            after.put(event, known);
        }
        return known;
    }

    /** "node A". */
    String name() {
        return Scenario.nameOf(node);
    }

    /** What the node follows since the last event. */
    Block tip() {
        return answer.tip();
    }

    /** What the node did at the last event, and what it holds since. */
    Answer answer() {
        return answer;
    }

    /** What the node has done wrong at the last event; null where all is well. */
    Fault fault() {
        return fault;
    }

    /** A node that has met all this: the one that has, or another that meets it again. */
    private LoneNode takeNode() {
        LoneNode node = living;
        living = null;
        if (node != null) {
            return node;
        }
        if (before == null) {
            return new LoneNode(trial, this.node);
        }
        node = before.takeNode();
        if (!isSame(node.meet(last))) {
            trial.noteInconstant();
        }
        return node;
    }

    private boolean isSame(Answer other) {
        return other.said().equals(answer.said()) && other.chain().equals(answer.chain());
    }
}
