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
import ingchain.node.discovery.Acquaintances;
import ingchain.node.discovery.AddressBook;
import ingchain.node.discovery.Dialler;
import ingchain.node.discovery.PeerMessages;
import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Slots;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.message.Transfers;
import ingchain.node.peer.Company;
import ingchain.node.peer.Desk;
import ingchain.node.peer.PeerWatch;
import ingchain.node.peer.StepsDoor;
import ingchain.node.peer.Watchman;
import ingchain.node.relay.TransferMessages;
import ingchain.node.storage.DataFolder;
import ingchain.node.sync.SyncMessages;
import ingchain.transaction.TransactionRules;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The parts of a {@link Node}, each made and told of the others. */
final class Parts implements AutoCloseable {
    private static final int NAME_BYTES = 16;
    private static final int TIDY_MILLIS = 60_000;

    private final String name = newName();
    final Ingchain ingchain;
    final DataFolder data; // null where nothing is kept
    final Ledger ledger;
    final PoolKeeper poolKeeper;
    final Discipline discipline;
    final Company company;
    private final Desk desk;
    final ChainSync sync;
    final P2PNetwork network;
    private final SyncMessages syncMessages;
    final AddressBook book;
    final Dialler dialler;
    final Events events = new Events();
    private volatile int port;

    /** Joins them. Nobody calls or is called yet. */
    Parts(NodeSettings settings) {
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

    /** We can be called at this port from now on. */
    void listensAt(int port) {
        this.port = port;
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
