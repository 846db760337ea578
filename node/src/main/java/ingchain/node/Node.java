package ingchain.node;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.consensus.ChainSync;
import ingchain.message.MessageData;
import ingchain.network.P2PNetwork;
import ingchain.node.chain.ChainStore;
import ingchain.node.chain.FutureRule;
import ingchain.node.chain.Ledger;
import ingchain.node.chain.StorageFailure;
import ingchain.node.discovery.Acquaintances;
import ingchain.node.discovery.AddressBook;
import ingchain.node.discovery.Dialler;
import ingchain.node.discovery.PeerMessages;
import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Rule;
import ingchain.node.limits.Slots;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.message.Transfers;
import ingchain.node.peer.Company;
import ingchain.node.peer.Desk;
import ingchain.node.peer.PeerInfo;
import ingchain.node.peer.PeerWatch;
import ingchain.node.peer.StepsDoor;
import ingchain.node.peer.Watchman;
import ingchain.node.relay.TransferMessages;
import ingchain.node.storage.DataFolder;
import ingchain.node.sync.SyncMessages;
import ingchain.program.HostPort;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A chain that keeps itself in step with that of its peers. Thread-safe.
 *
 * <p>The four steps do the work: the chain's rules and messages are step 4's {@link ChainSync}, the connections step
 * 2's {@link P2PNetwork}. The node stands between the two, see {@link PeerWatch}.
 */
public final class Node implements AutoCloseable {
    private static final int NAME_BYTES = 16;
    private static final int TIDY_MILLIS = 60_000;

    private final String name = newName();
    private final Ingchain ingchain;
    private final DataFolder data; // null where nothing is kept
    private final Ledger ledger;
    private final PoolKeeper poolKeeper;
    private final Discipline discipline;
    private final Company company;
    private final Desk desk;
    private final ChainSync sync;
    private final P2PNetwork network;
    private final SyncMessages syncMessages;
    private final AddressBook book;
    private final Dialler dialler;
    private final Events events = new Events();
    private final Object mining = new Object();
    private volatile int port;

    /**
     * A node with what its folder holds, or where it has none with the genesis block alone; connected with nobody.
     *
     * @throws StorageFailure where the folder cannot be used
     */
    public Node(NodeSettings settings) {
        events.subscribe(settings.events());
        Consumer<String> stepsLog = line -> events.tell("steps", "line", line);
        Chain chain = new Chain(new TransactionRules(settings.acceptsOriginalTransfers()));
        Wallet wallet = new Wallet(new DigitalSignature(new SecureRandom()));
        data = settings.data() == null ? null : new DataFolder(settings.data(), chain, wallet);
        ingchain = new Ingchain(chain, wallet, new Miner(settings.clock(), 1));
        ledger = new Ledger(chain, data == null ? ChainStore.NONE : data.chain(), settings.onStorageFailure());
        poolKeeper = new PoolKeeper(ingchain.pool(), settings.clock());
        discipline = new Discipline(settings.clock()::millis, events);
        Slots slots = new Slots(settings.maxPeers());
        company = new Company(slots, discipline, events);
        desk = new Desk("desk", events);

        FutureRule futureRule = new FutureRule(settings.clock());
        sync = new ChainSync(ingchain, settings.forkChoice(), this::tellAll, stepsLog);
        StepsDoor steps =
                new StepsDoor(sync.handler(), ledger, futureRule, poolKeeper, ingchain.pool()::pending, events);
        PeerWatch watch = new PeerWatch(steps, ledger, desk, company, discipline, this::greeting, events);
        network = new P2PNetwork(watch, Greeting.TEXT, stepsLog);

        syncMessages = new SyncMessages(
                ingchain,
                ledger,
                settings.forkChoice(),
                futureRule,
                company::peers,
                discipline,
                settings.patience(),
                this::announceTip,
                events);
        syncMessages.addTo(watch);
        watch.on(Transfers.TYPE, new TransferMessages(ingchain, poolKeeper, this::tellAll)::transfers);

        book = new AddressBook(data == null ? new HashMap<>() : data.peers(), new SecureRandom());
        dialler = new Dialler(network, book, discipline, slots, company::peers, settings.notices());
        watch.weCalled(dialler::hasCalled);
        PeerMessages peerMessages = new PeerMessages(book, company::peers);
        peerMessages.addTo(watch);
        Acquaintances acquaintances = new Acquaintances(name, company::peers, dialler, events);
        steps.whenMet(peer -> {
            boolean stays = acquaintances.met(peer);
            if (stays) {
                peerMessages.met(peer);
            }
            return stays;
        });
        watch.whenClosed(peer -> {
            dialler.gone(peer.address());
            syncMessages.gone(peer);
        });
        new Watchman(company, settings.patience(), discipline, desk).start();
        tidyPool();
    }

    private static String newName() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void tidyPool() {
        poolKeeper.tidy();
        desk.later(TIDY_MILLIS, this::tidyPool);
    }

    /**
     * The chain, the wallet and the pool of this node. Mine, pay and make accounts through the node: then its peers hear
     * of it, and it is stored.
     */
    public Ingchain ingchain() {
        return ingchain;
    }

    /**
     * Waits for peers to call.
     *
     * @param port 0 takes a free one
     * @return the port that is really listened on
     * @throws IOException where it cannot listen there
     */
    public int listen(String host, int port) throws IOException {
        this.port = network.listen(host, port);
        return this.port;
    }

    /** Calls a peer, in the background: again and again until it answers, and again when the connection is lost. */
    public void keepDialling(HostPort peer) {
        dialler.keep(peer);
    }

    /**
     * Calls a peer once and returns when the connection stands; from then on it is kept.
     *
     * @throws IOException where there is no answer; its message names host and port
     */
    public void dial(HostPort peer) throws IOException {
        dialler.dial(peer);
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
            Block block = sync.mine(account);
            ledger.blocks();
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
        if (!poolKeeper.hasRoomFor(1)) {
            throw new InvalidTransaction("too many transfers wait already: mine a block, or try again later");
        }
        return sync.send(receipt);
    }

    /** Our chain, as far as it is stored: genesis first, an immutable picture of this moment. */
    public List<Block> blocks() {
        return ledger.blocks();
    }

    /** The latest of these blocks. */
    public Block tip() {
        return ledger.tip();
    }

    /** What is stored already; while a download goes on, that lags behind by up to a second. */
    public Ledger.Page stored() {
        return ledger.stored();
    }

    /**
     * Makes an account. When this returns, its key is stored.
     *
     * @throws StorageFailure where it cannot be stored
     */
    public Account createAccount() {
        Account account = ingchain.wallet().create();
        if (data != null) {
            data.keep(account);
        }
        return account;
    }

    /** What happens here, for whoever wants to hear of it. */
    public Events events() {
        return events;
    }

    /** How often peers broke which rule. */
    public Map<Rule, Long> offences() {
        return discipline.counts();
    }

    /** How many addresses of peers are known. */
    public int knownAddresses() {
        return book.size();
    }

    /** Whether all that happens is stored; where it is not, the node should be ended. */
    public boolean isHealthy() {
        return ledger.follows();
    }

    /** What is known of the peers that are connected at this moment. */
    public List<PeerInfo> peers() {
        return company.peers().stream().map(PeerInfo::of).toList();
    }

    private Greeting greeting() {
        return new Greeting(name, port);
    }

    private void announceTip() {
        tellAll(MessageData.of("allBlock", ledger.tip()).toJson());
    }

    private void tellAll(String message) {
        if (MessageType.of(message).equals("allBlock")) {
            Block tip = ledger.tip();
            events.tell("tip", "height", tip.height(), "hash", tip.hash());
        } else {
            events.tell("transfer", "waiting", ingchain.pool().size());
        }
        network.broadcast(message);
    }

    /** Ends all connections, and dials nobody any more. */
    @Override
    public void close() {
        dialler.close();
        syncMessages.close();
        network.close();
        desk.close();
        ledger.close();
        if (data != null) {
            data.close();
        }
    }
}
