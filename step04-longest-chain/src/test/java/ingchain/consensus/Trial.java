package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.wallet.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A scenario that is tried on the student's classes, and what has become known of these so far. */
final class Trial {
    private final Scenario scenario;
    private final HonestBlocks honest = new HonestBlocks();
    private final Map<String, String> texts = new HashMap<>();
    private final List<History> beginnings;
    private volatile boolean otherThread;
    private boolean inconstant;

    Trial(Scenario scenario) {
        this.scenario = scenario;
        scenario.chains().forEach(honest::add);
        this.beginnings = IntStream.range(0, scenario.chains().size())
                .mapToObj(node -> new History(this, node))
                .toList();
    }

    Scenario scenario() {
        return scenario;
    }

    HonestBlocks honest() {
        return honest;
    }

    /** Whom the blocks that a node mines belong to. */
    static Account miner(int node) {
        return List.of(ALICE, BOB, CAROL).get(node);
    }

    /** The nodes before anything has happened. */
    List<History> beginnings() {
        return beginnings;
    }

    /** The one text that stands for all that are equal to it: they are compared again and again. */
    String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /** A node has spoken on a thread of its own. On any thread. */
    void noteOtherThread() {
        otherThread = true;
    }

    /** Two nodes have met the same, and have not done the same. */
    void noteInconstant() {
        inconstant = true;
    }

    /**
     * Why what was seen proves nothing about this code, for a sentence; null where it does. To act on another thread is
     * right but unusual, and so is an answer that depends on more than what was met.
     */
    String reasonNotToFollow() {
        if (otherThread) {
            return "your node speaks on threads of its own";
        }
        return inconstant ? "your node does not always do the same when it meets the same" : null;
    }

    /** Gives other threads the time to say something. */
    void awaitOtherThread(int millis) throws InterruptedException {
        for (int waited = 0; waited < millis && !otherThread; waited += 10) {
            Thread.sleep(10);
        }
    }
}
