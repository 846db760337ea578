package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.exercise.ExerciseNotDone;
import ingchain.message.MessageData;
import ingchain.network.PeerHandler;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import java.util.function.Consumer;

/**
 * A whole node but for its sockets: chain, rules and messages, joined so that what one node learns all of them come to
 * know. With sockets it is {@link ChainProgram}; in the checkpoints its messages are carried by hand.
 */
public final class ChainSync {
    private final Ingchain ingchain;
    private final Consumer<String> broadcast;
    private final PeerHandler handler;

    /**
     * @param ingchain this node's chain
     * @param forkChoice which of two valid chains to follow
     * @param broadcast sends a text to every peer
     * @param log takes one line for each thing that a person may want to know
     */
    public ChainSync(Ingchain ingchain, ForkChoice forkChoice, Consumer<String> broadcast, Consumer<String> log) {
        this.ingchain = ingchain;
        this.broadcast = broadcast;
        this.handler = join(forkChoice, log);
    }

    private PeerHandler join(ForkChoice forkChoice, Consumer<String> log) {
        // Exercise 4.5. Make a LongestChain that announces each new tip, a Message that uses it (and tells everybody
        // what it wants everybody to know: tellAll), and return a MessageHandler around that.
        throw new ExerciseNotDone("4.5 two nodes, then many, end on one chain");
    }

    /** What the network hands its connections to. */
    public PeerHandler handler() {
        return handler;
    }

    /** Tells every peer of our new tip. */
    public void announce(Block tip) {
        // Exercise 4.5, too. Tell all peers, with an allBlock message. It comes to an end by itself: whoever has the
        // block already does not get a new tip from it, and so has nothing to announce.
        throw new ExerciseNotDone("4.5 two nodes, then many, end on one chain");
    }

    /**
     * Mines a block and announces it.
     *
     * @param account gets the reward
     * @return the new tip
     */
    public Block mine(String account) {
        Block block = ingchain.mine(account);
        announce(block);
        return block;
    }

    /**
     * Puts a payment into the pool and tells every peer of it.
     *
     * @return the transfer, which now waits for a block
     * @throws InvalidTransaction where it cannot be carried out
     */
    public Transaction send(Receipt receipt) throws InvalidTransaction {
        Transaction transfer = ingchain.send(receipt);
        tellAll(MessageData.of("receivedTransaction", transfer));
        return transfer;
    }

    private void tellAll(MessageData message) {
        broadcast.accept(message.toJson());
    }
}
