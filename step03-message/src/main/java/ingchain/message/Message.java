package ingchain.message;

import com.google.gson.JsonElement;
import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.exercise.ExerciseNotDone;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.network.Peer;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import java.util.List;
import java.util.function.Consumer;

/**
 * The methods that take messages, each named after the type that it takes; see {@link FromPeer}.
 *
 * <p>There is no message that asks for a chain. This is how two nodes meet all the same: each asks for the other's
 * latest block. Whoever gets a block that is too high says so by sending its own latest; and whoever gets one that is
 * too low sends its whole chain.
 */
public final class Message {
    private final Ingchain ingchain;
    private final Consensus consensus;
    private final Consumer<MessageData> toAll;

    /**
     * @param ingchain our chain, and our pool of transfers
     * @param consensus decides on the blocks that peers send
     * @param toAll sends a message to every peer
     */
    public Message(Ingchain ingchain, Consensus consensus, Consumer<MessageData> toAll) {
        this.ingchain = ingchain;
        this.consensus = consensus;
        this.toAll = toAll;
    }

    /** The peer asks for our latest block; the payload does not matter. */
    @FromPeer
    MessageData latestBlock(Peer peer, JsonElement payload) {
        // Exercise 3.4. Answer with a message of type allBlock whose payload is our chain's tip. MessageData.of(...)
        // helps.
        throw new ExerciseNotDone("3.4 answer latestBlock");
    }

    /**
     * The peer shows its latest block.
     *
     * @param payload a block; or a list of blocks, which means the same as receivedChain
     * @throws ProtocolException where it is neither
     */
    @FromPeer
    MessageData allBlock(Peer peer, JsonElement payload) throws ProtocolException {
        // Exercise 3.5. A list is taken by receivedChain below. A block (see read(...) below) that consensus.append
        // takes needs no answer. Where it is not taken, compare heights:
        //   - the block is higher than our tip: ask for more, by answering allBlock with our own tip;
        //   - it is lower than our tip: the peer is behind; answer receivedChain with all our blocks;
        //   - it is as high as our tip: there is nothing to say.
        throw new ExerciseNotDone("3.5 take an allBlock, and ask for more where it does not fit");
    }

    /**
     * The peer shows its whole chain. It gets no answer, whether we take the chain or not: two nodes that each prefer
     * their own would send them to and fro for ever.
     */
    @FromPeer
    MessageData receivedChain(Peer peer, JsonElement payload) throws ProtocolException {
        Block[] blocks = read(payload, Block[].class);
        for (Block block : blocks) {
            if (block == null) {
                throw new ProtocolException("a chain has no gaps");
            }
        }
        consensus.replace(List.of(blocks));
        return null;
    }

    /**
     * The peer has a transfer for the pool. Where it is new to us, it may be new to our other peers. One that is not
     * valid here is no offence: the peer may know a block that we do not.
     */
    @FromPeer
    MessageData receivedTransaction(Peer peer, JsonElement payload) throws ProtocolException {
        Transaction transfer = read(payload, Transaction.class);
        try {
            if (ingchain.pool().add(transfer)) {
                toAll.accept(MessageData.of("receivedTransaction", transfer));
            }
        } catch (InvalidTransaction e) {
            // It does not wait here, and that is all.
        }
        return null;
    }

    private static <T> T read(JsonElement payload, Class<T> type) throws ProtocolException {
        try {
            return Json.read(payload, type);
        } catch (MalformedJson e) {
            throw new ProtocolException(e.getMessage());
        }
    }
}
