package ingchain.node.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.node.RawPeer;
import ingchain.node.discovery.AddressBook;
import ingchain.node.limits.Gate;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Rule;
import ingchain.transaction.Transaction;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A node with a small chain, some coins and a transfer that waits, which is attacked while an honest peer asks it
 * something again and again. What must hold is the same for every attack: the honest peer gets each answer within two
 * seconds, nothing fails inside, memory stays bounded, and afterwards chain, pool and balances are byte for byte what
 * they were.
 */
final class UnderAttack implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(30);
    static final Account ALICE = DigitalSignature.accountOf("a".repeat(64));
    static final Account MALLORY = DigitalSignature.accountOf("d".repeat(64));

    /** Up to height 9 no block needs work, so that an attacker has the next ones for nothing. */
    static final List<Block> CHAIN = chain();

    /** What all limits let peers make us hold, half messages above all, and as much again for the tests themselves. */
    private static final long MOST_KEPT_BYTES = 2 * Gate.MAX_PENDING_BYTES;

    /**
     * A machine that is busy with something else holds everybody up now and then; an attack that works does each time.
     * So an attack has succeeded where no try of these many goes well.
     */
    private static final int TRIES = 3;

    private final Node node;
    private final int port;
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();
    private final NodeSettings settings;
    private final String before;

    /** What an attacker does. It returns when the node has seen all of it. */
    interface Attack {
        void on(UnderAttack node) throws Exception;
    }

    private UnderAttack(List<Block> blocks, NodeSettings settings) throws Exception {
        this.settings = settings;
        node = Branch.node(blocks, settings.telling(event -> events.add(event.line())));
        open.add(node);
        payInPool(ALICE, 20);
        payInPool(MALLORY, 30);
        port = node.listen("127.0.0.1", 0);
        before = picture();
    }

    private static List<Block> chain() {
        Ingchain ingchain = new Ingchain();
        for (Account miner : List.of(ALICE, ALICE, MALLORY, ALICE, MALLORY, ALICE)) {
            ingchain.mine(miner.account());
        }
        return ingchain.chain().blocks();
    }

    private void payInPool(Account payer, long amount) throws Exception {
        if (node.ingchain().balance(payer.account()) > 0) {
            node.send(DigitalSignature.sign(payer, "e".repeat(40), amount));
        }
    }

    /** Attacks a node with {@link #CHAIN}. */
    static void withstands(Attack attack) throws Exception {
        withstands(CHAIN, NodeSettings.DEFAULT, attack);
    }

    /** Attacks a node that has this chain and these settings. */
    static void withstands(List<Block> blocks, NodeSettings settings, Attack attack) throws Exception {
        Duration slowest = Duration.ZERO;
        for (int i = 0; i < TRIES; i++) {
            try (UnderAttack node = new UnderAttack(blocks, settings)) {
                slowest = node.slowestAnswerDuring(attack);
            }
            if (slowest.compareTo(HonestPeer.PATIENCE) <= 0) {
                return;
            }
        }
        assertThat(slowest).as("the slowest answer to an honest peer").isLessThanOrEqualTo(HonestPeer.PATIENCE);
    }

    private Duration slowestAnswerDuring(Attack attack) throws Exception {
        long kept = keptBytes();
        Duration slowest;
        try (HonestPeer honest = new HonestPeer(port)) {
            attack.on(this);
            slowest = honest.slowestAnswer();
        }
        assertThat(keptBytes() - kept).as("bytes that are still held").isLessThan(MOST_KEPT_BYTES);
        assertThat(node.peers()).hasSizeLessThanOrEqualTo(settings.maxPeers());
        assertThat(node.knownAddresses()).isLessThanOrEqualTo(AddressBook.MAX_ADDRESSES);
        assertThat(node.ingchain().pool().size()).isLessThanOrEqualTo(PoolKeeper.MAX_TRANSFERS);
        assertThat(events).as("failures of our own").noneMatch(UnderAttack::tellsOfAFailure);
        assertThat(node.isHealthy()).isTrue();
        assertThat(picture()).as("chain, pool and unspent outputs").isEqualTo(before);
        return slowest;
    }

    /** A connection that breaks is the peer's doing. All else that is thrown is a hole, even where it hurts nobody yet. */
    private static boolean tellsOfAFailure(String event) {
        return event.startsWith("event=failure")
                || event.contains("Exception") && !event.contains("java.net.SocketException")
                || event.contains("Error");
    }

    private static long keptBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Everything that must not change, as text: the unspent outputs are the balances, coin by coin. */
    private String picture() {
        Ingchain ingchain = node.ingchain();
        synchronized (ingchain.chain()) {
            return Json.write(ingchain.chain().blocks())
                    + "\n" + Json.write(ingchain.pool().pending())
                    + "\n" + Json.write(ingchain.chain().unspentOutputs().all());
        }
    }

    Node node() {
        return node;
    }

    int port() {
        return port;
    }

    /** The transfers that wait in the node's pool. */
    List<Transaction> waiting() {
        return node.ingchain().pool().pending();
    }

    /** A connection on which nothing has been said yet. */
    RawPeer stranger() throws IOException {
        RawPeer peer = new RawPeer(port);
        open.add(peer);
        return peer;
    }

    /** A connection on which was greeted as nodes of this kind do. */
    FellowPeer fellow() throws Exception {
        FellowPeer peer = new FellowPeer(port);
        open.add(peer);
        return peer;
    }

    /** Sends something to the node on a new connection, and expects it to hang up. */
    void isDroppedFor(String text) throws IOException {
        try (RawPeer peer = new RawPeer(port)) {
            sayWhatItTakes(peer, text);
            assertThat(peer.isClosedByNode())
                    .as("dropped for " + text.lines().findFirst().map(UnderAttack::shortened))
                    .isTrue();
        }
    }

    /** The node may hang up before the end. */
    static void sayWhatItTakes(RawPeer peer, String text) {
        try {
            peer.say(text);
        } catch (IOException e) {
            // It did.
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(100, text.length()));
    }

    /** Expects that a peer was dropped for breaking a rule. */
    void assertOffence(Rule rule) {
        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(node.offences()).as(events::toString).containsKey(rule));
    }

    /** Does something on another thread, until it is done or the node is closed. */
    void inBackground(Attack part) {
        Thread thread = new Thread(
                () -> {
                    try {
                        part.on(this);
                    } catch (Exception e) {
                        // It was hung up on.
                    }
                },
                "attacker");
        thread.setDaemon(true);
        thread.start();
    }

    static String message(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"payload\":" + payload + "}";
    }

    @Override
    public void close() throws Exception {
        List<AutoCloseable> all = new ArrayList<>(open);
        for (AutoCloseable each : all) {
            each.close();
        }
    }
}
