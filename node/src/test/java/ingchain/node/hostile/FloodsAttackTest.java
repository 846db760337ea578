package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.CHAIN;
import static ingchain.node.hostile.UnderAttack.MALLORY;
import static ingchain.node.hostile.UnderAttack.message;
import static ingchain.node.hostile.UnderAttack.withstands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.json.Json;
import ingchain.node.FellowPeer;
import ingchain.node.NodeSettings;
import ingchain.node.RawPeer;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Rule;
import ingchain.node.limits.Slots;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.Greeting;
import ingchain.node.message.Peers;
import ingchain.node.message.Transfers;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import ingchain.wallet.DigitalSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it measures time and memory")
@DisplayName("However much or little a peer sends,")
class FloodsAttackTest {
    private static final String QUESTION = message("latestBlock", "{}");
    private static final NodeSettings IMPATIENT = NodeSettings.DEFAULT.with(new Patience(20_000, 1_500, 1_000, 60_000));

    @Test
    @DisplayName("a byte now and then keeps no message open for longer than a message may take")
    void slowBytes() throws Exception {
        withstands(CHAIN, IMPATIENT, node -> {
            RawPeer slow = node.stranger();
            slow.say(QUESTION);
            node.inBackground(attacker -> {
                for (byte each : QUESTION.repeat(10).getBytes()) {
                    slow.say(new byte[] {each});
                    Thread.sleep(100);
                }
            });
            assertThat(slow.isClosedByNode()).isTrue();
            node.assertOffence(Rule.MESSAGE_TIME);
        });
    }

    @Test
    @DisplayName("who never says a word loses its place")
    void silence() throws Exception {
        withstands(CHAIN, IMPATIENT, node -> {
            for (int i = 0; i < 20; i++) {
                node.stranger();
            }
            assertThat(node.stranger().isClosedByNode()).isTrue();
            node.assertOffence(Rule.HANDSHAKE);
            await().atMost(UnderAttack.DEADLINE).until(() -> node.node().peers().size() == 1);
        });
    }

    @Test
    @DisplayName("a connection that is reset in the middle leaves nothing behind")
    void resets() throws Exception {
        withstands(node -> {
            for (int i = 0; i < 100; i++) {
                RawPeer peer = node.stranger();
                peer.say(i % 2 == 0 ? Greeting.TEXT + QUESTION : QUESTION);
                peer.say("{\"type\":\"receivedChain\",\"payload\":[" + "{\"height\":".repeat(i % 3));
                peer.reset();
            }
            await().atMost(UnderAttack.DEADLINE).until(() -> node.node().peers().size() == 1);
        });
    }

    @Test
    @DisplayName("two hundred connections do not take the places of those that came first")
    void crowd() throws Exception {
        withstands(node -> crowd(node, 200));
    }

    @Test
    @Tag("heavy")
    @DisplayName("a thousand connections do not take the places of those that came first")
    void thousandConnections() throws Exception {
        withstands(node -> crowd(node, 1_000));
    }

    private static void crowd(UnderAttack node, int size) throws Exception {
        for (int i = 0; i < size; i++) {
            RawPeer peer = node.stranger();
            if (i % 2 == 0) {
                UnderAttack.sayWhatItTakes(peer, Greeting.TEXT);
            }
        }
        await().atMost(UnderAttack.DEADLINE).until(() -> node.node().peers().size() <= Slots.DEFAULT_MAX_PEERS);
    }

    @Test
    @DisplayName("valid requests without end are read as fast as the peer's share, and no faster")
    void validRequests() throws Exception {
        withstands(node -> {
            String blocks =
                    Envelope.write(GetBlocks.TYPE, GetBlocks.after(CHAIN.get(0).hash(), false));
            for (String flood : List.of(
                    QUESTION, Greeting.TEXT, Greeting.TEXT + blocks, Greeting.TEXT + message("getPeers", "{}"))) {
                RawPeer peer = node.stranger();
                node.inBackground(attacker -> peer.say(flood.repeat(10_000)));
                node.inBackground(attacker -> peer.isClosedByNode()); // reads all answers
                node.inBackground(attacker -> attacker.stranger().say(flood.repeat(10_000))); // reads none
            }
            servesAnother(node);
        });
    }

    /** While the flood goes on. */
    private static void servesAnother(UnderAttack node) throws Exception {
        FellowPeer late = node.fellow();
        for (int i = 0; i < 200; i++) {
            assertThat(late.isServed()).isTrue();
        }
    }

    @Test
    @DisplayName("transfers without end do not change a pool in which their coins are taken, signed as they may be")
    void transfers() throws Exception {
        withstands(node -> {
            List<Transaction> again = doubleSpends(node, Transfers.MOST);
            String batch = Envelope.write(Transfers.TYPE, new Transfers(again));
            byte[] flood = (Greeting.TEXT + batch.repeat(200)).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 8; i++) {
                node.inBackground(attacker -> attacker.stranger().say(flood));
            }
            StringBuilder singly = new StringBuilder();
            again.forEach(transfer -> singly.append(message("receivedTransaction", Json.write(transfer))));
            try (RawPeer stranger = node.stranger()) {
                stranger.say(singly + message("no such type", "{}"));
                assertThat(stranger.isClosedByNode()).isTrue();
            }
            servesAnother(node);
        });
    }

    /** Mallory's coin pays somebody in the pool already; these would pay somebody else with it. All are signed. */
    private static List<Transaction> doubleSpends(UnderAttack node, int count) {
        TxIn spent = node.waiting().stream()
                .flatMap(transfer -> transfer.txIns().stream())
                .filter(in -> MALLORY.publicKey().equals(in.publicKey()))
                .findFirst()
                .orElseThrow();
        List<Transaction> transfers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String receiver = String.format("%040x", i);
            String signature = DigitalSignature.sign(MALLORY, receiver, 50).signature();
            TxIn in = new TxIn(spent.txOutIndex(), spent.txOutId(), signature, MALLORY.publicKey());
            transfers.add(Transaction.of(List.of(in), List.of(new TxOut(receiver, 50))));
        }
        return transfers;
    }

    @Test
    @DisplayName("a transfer that breaks a rule by itself is an offence, and does not wait")
    void brokenTransfers() throws Exception {
        withstands(node -> {
            for (var broken : BrokenBlocks.on(CHAIN).entrySet()) {
                for (Transaction transfer : broken.getValue().transactions()) {
                    String alone = Json.write(transfer);
                    node.isDroppedFor(message("receivedTransaction", alone) + message("no such type", "{}"));
                    if (isBrokenAlone(transfer)) {
                        node.isDroppedFor(Greeting.TEXT + message("transfers", "{\"transfers\":[" + alone + "]}"));
                    }
                }
            }
            node.assertOffence(Rule.VALID_TRANSFERS);
        });
    }

    private static boolean isBrokenAlone(Transaction transfer) {
        try {
            TransactionRules.STRICT.checkAlone(transfer);
            return false;
        } catch (InvalidTransaction e) {
            return true;
        }
    }

    @Test
    @DisplayName("addresses without end are offences where nobody asked, and few are kept where somebody did")
    void addresses() throws Exception {
        withstands(node -> {
            for (int i = 0; i < 20; i++) {
                int block = i;
                List<String> told = IntStream.range(0, Peers.MOST)
                        .mapToObj(place -> "127." + block + ".0." + (place + 1) + ":1")
                        .toList();
                FellowPeer fellow = node.fellow();
                fellow.hear("getPeers");
                fellow.say(Peers.TYPE, new Peers(told));
                fellow.say(Peers.TYPE, new Peers(told));
                assertThat(fellow.isDropped()).isTrue();
            }
            node.assertOffence(Rule.ONLY_WHEN_ASKED);
            assertThat(node.node().knownAddresses()).isLessThanOrEqualTo(64);
            for (String none : List.of("127.0.0.1:0", "example.org:1", "127.0.0.1:99999", "", ":1", "[::1]:")) {
                node.isDroppedFor(
                        Greeting.TEXT + message("peers", "{\"addresses\":[\"" + none + "\"]}") + message("x", "{}"));
            }
        });
    }
}
