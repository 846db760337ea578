package ingchain.node;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.ChainSync;
import ingchain.network.P2PNetwork;
import ingchain.node.chain.Ledger;
import ingchain.node.chain.StorageFailure;
import ingchain.node.event.Events;
import ingchain.node.limits.Rule;
import ingchain.node.peer.PeerInfo;
import ingchain.node.peer.PeerWatch;
import ingchain.program.HostPort;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.wallet.Account;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A chain that keeps itself in step with that of its peers. Thread-safe.
 *
 * <p>The four steps do the work: the chain's rules and messages are step 4's {@link ChainSync}, the connections step
 * 2's {@link P2PNetwork}. The node stands between the two, see {@link PeerWatch}.
 */
public final class Node implements AutoCloseable {
    private final Parts parts;
    private final Object mining = new Object();

    /**
     * A node with what its folder holds, or where it has none with the genesis block alone; connected with nobody.
     *
     * @throws StorageFailure where the folder cannot be used
     */
    public Node(NodeSettings settings) {
        parts = new Parts(settings);
    }

    /**
     * The chain, the wallet and the pool of this node. Mine, pay and make accounts through the node: then its peers hear
     * of it, and it is stored.
     */
    public Ingchain ingchain() {
        return parts.ingchain;
    }

    /**
     * Waits for peers to call.
     *
     * @param port 0 takes a free one
     * @return the port that is really listened on
     * @throws IOException where it cannot listen there
     */
    public int listen(String host, int port) throws IOException {
        int real = parts.network.listen(host, port);
        parts.listensAt(real);
        return real;
    }

    /** Calls a peer, in the background: again and again until it answers, and again when the connection is lost. */
    public void keepDialling(HostPort peer) {
        parts.dialler.keep(peer);
    }

    /**
     * Calls a peer once and returns when the connection stands; from then on it is kept.
     *
     * @throws IOException where there is no answer; its message names host and port
     */
    public void dial(HostPort peer) throws IOException {
        parts.dialler.dial(peer);
    }

    /**
     * Mines a block and tells everybody. One at a time: two at once would only take each other's computing power.
     *
     * @param account gets the reward
     * @return the block
     * @throws IllegalArgumentException where that is no account
     */
    public Block mine(String account) {
        synchronized (mining) {
            Block block = parts.sync.mine(account);
            parts.ledger.blocks();
            return block;
        }
    }

    /**
     * Carries out an order to pay and tells everybody.
     *
     * @return the transfer, which now waits for a block
     * @throws InvalidTransaction where it cannot be carried out
     */
    public Transaction send(Receipt receipt) throws InvalidTransaction {
        if (!parts.poolKeeper.hasRoomFor(1)) {
            throw new InvalidTransaction("too many transfers wait already: mine a block, or try again later");
        }
        return parts.sync.send(receipt);
    }

    /** Our chain, as far as it is stored: genesis first, an immutable picture of this moment. */
    public List<Block> blocks() {
        return parts.ledger.blocks();
    }

    /** The latest of these blocks. */
    public Block tip() {
        return parts.ledger.tip();
    }

    /** What is stored already; while a download goes on, that lags behind by up to a second. */
    public Ledger.Page stored() {
        return parts.ledger.stored();
    }

    /**
     * Makes an account. When this returns, its key is stored.
     *
     * @throws StorageFailure where it cannot be stored
     */
    public Account createAccount() {
        Account account = parts.ingchain.wallet().create();
        if (parts.data != null) {
            parts.data.keep(account);
        }
        return account;
    }

    /** What happens here, for whoever wants to hear of it. */
    public Events events() {
        return parts.events;
    }

    /** How often peers broke which rule. */
    public Map<Rule, Long> offences() {
        return parts.discipline.counts();
    }

    /** How many addresses of peers are known. */
    public int knownAddresses() {
        return parts.book.size();
    }

    /** Whether all that happens is stored; where it is not, the node should be ended. */
    public boolean isHealthy() {
        return parts.ledger.follows();
    }

    /** What is known of the peers that are connected at this moment. */
    public List<PeerInfo> peers() {
        return parts.company.peers().stream().map(PeerInfo::of).toList();
    }

    /** Ends all connections, and dials nobody any more. */
    @Override
    public void close() {
        parts.close();
    }
}
