package ingchain.node.peer;

import ingchain.transaction.Transaction;
import java.util.List;
import java.util.function.Supplier;

/** All that is said to one peer in turn: until it has greeted as our kind does, it gets what an original survives. */
final class Conversation {
    private final Desk desk;
    private final OriginalTalk asStranger;
    private final FellowTalk asFellow;
    private Talk talk; // on the desk only

    Conversation(Desk desk, OriginalTalk asStranger, FellowTalk asFellow) {
        this.desk = desk;
        this.asStranger = asStranger;
        this.asFellow = asFellow;
        this.talk = asStranger;
    }

    /** The steps want this said, at the right moment and in the right way. */
    void say(String message) {
        desk.soon(() -> talk.say(message));
    }

    /** Asks where the peer stands. */
    void ask() {
        desk.soon(() -> talk.ask());
    }

    /** Does something after all that is to be said before it. */
    void inTurn(Runnable part) {
        desk.soon(part);
    }

    /** The peer has said something, which the steps take after this. */
    void heard(Heard message) {
        desk.soon(() -> talk.heard(message));
    }

    /**
     * The same, where the peer has greeted as our kind does.
     *
     * @param waiting gives the transfers that it is told of when we meet
     */
    void met(Heard message, Supplier<List<Transaction>> waiting) {
        desk.soon(() -> {
            talk = asFellow;
            asStranger.unsent().forEach(asFellow::say);
            asFellow.meet(waiting.get());
            talk.heard(message);
        });
    }

    /** The steps have taken it. */
    void taken(Heard message) {
        desk.soon(() -> talk.taken(message));
    }
}
