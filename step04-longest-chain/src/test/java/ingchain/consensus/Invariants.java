package ingchain.consensus;

import ingchain.block.Block;
import ingchain.transaction.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds at any time and in any order, as long as all nodes are honest and nobody spends a coin twice. Where it does
 * not, the first fault is told.
 */
final class Invariants {
    private Invariants() {}

    /** What one node has broken at an event; null where all holds. */
    static Fault fault(int node, Answer before, Answer after, HonestBlocks honest) {
        String name = Scenario.nameOf(node);
        if (after.thrown() != null) {
            return new Fault("threw", name + " was stopped by " + after.thrown());
        }
        if (after.hungUp() != null) {
            return new Fault(
                    "hung-up",
                    name + " closed the connection with " + Scenario.nameOf(after.hungUp())
                            + ", which had done nothing wrong");
        }
        Fault fault = after.chain() == before.chain() ? null : chainFault(name, before, after, honest);
        if (fault == null && !payments(after).containsAll(payments(before))) {
            return new Fault(
                    "lost-payment",
                    name + " has lost a payment: it was in its chain or in its pool, and is in neither now");
        }
        return fault;
    }

    private static Fault chainFault(String name, Answer before, Answer after, HonestBlocks honest) {
        int height = before.chain().size();
        int now = after.chain().size();
        if (now < height) {
            return new Fault(
                    "lost-work", name + " has lost work: its chain had " + height + " blocks, and has " + now + " now");
        }
        if (now == height && !after.tip().equals(before.tip())) {
            return new Fault(
                    "left-on-a-tie",
                    name + " has left its chain for another that is no longer: both have " + height + " blocks");
        }
        String invalid = honest.fault(after.chain());
        if (invalid != null) {
            return new Fault("invalid-chain", name + " follows a chain that is not valid: " + invalid);
        }
        if (!Set.copyOf(after.unspent()).equals(Set.copyOf(honest.unspentAfter(after.chain())))) {
            return new Fault(
                    "wrong-unspent",
                    name + " follows a valid chain, but the outputs that it counts as unspent are not those of that"
                            + " chain");
        }
        return null;
    }

    /** The hashes of the transfers that a node knows of, in blocks or waiting. */
    private static Set<String> payments(Answer answer) {
        List<Transaction> payments = new ArrayList<>(answer.pool());
        for (Block block : answer.chain()) {
            block.transactions().stream().skip(1).forEach(payments::add);
        }
        Set<String> hashes = new HashSet<>();
        payments.forEach(payment -> hashes.add(payment.hash()));
        return hashes;
    }

    /** What is broken in a network; null where all holds. */
    static Fault fault(GlobalState state) {
        for (History node : state.nodes()) {
            if (node.fault() != null) {
                return node.fault();
            }
        }
        return state.isAtRest() ? disagreement(state) : null;
    }

    /** Nodes at rest are equally high, even while another block is to be mined; and in the end they have one tip. */
    private static Fault disagreement(GlobalState state) {
        boolean end = state.possible().isEmpty();
        History highest = state.nodes().stream()
                .max(Comparator.comparing(node -> node.tip().height()))
                .orElseThrow();
        return state.nodes().stream()
                .filter(node -> node.tip().height() < highest.tip().height()
                        || end && !node.tip().equals(highest.tip()))
                .findFirst()
                .map(node -> new Fault(
                        "left-behind",
                        "nothing is on its way any more, and " + follows(node) + ", but " + follows(highest)))
                .orElse(null);
    }

    private static String follows(History node) {
        return node.name() + " follows " + Told.block(node.tip());
    }
}
