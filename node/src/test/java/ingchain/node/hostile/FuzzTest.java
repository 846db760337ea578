package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.CHAIN;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.ChainSync;
import ingchain.consensus.ForkChoice;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageFramer;
import ingchain.message.ProtocolException;
import ingchain.network.Peer;
import ingchain.node.Branch;
import ingchain.node.limits.Gate;
import ingchain.node.limits.Offence;
import ingchain.node.message.Blocks;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.GetPeers;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.message.NewBlock;
import ingchain.node.message.Peers;
import ingchain.node.message.Transfers;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.TransactionRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Almost right messages, by the thousand, without a network. Each run has another seed, which stands in the message of
 * whatever fails; -Dfuzz.seed= has it again.
 */
@DisplayName("Of messages that are almost right,")
class FuzzTest {
    /** What runs in every build; a million is for the heavy runs. */
    private static final int SHARE = 20_000;

    private static final int MILLION = 1_000_000;

    private static final Map<String, Class<?>> PAYLOADS = Map.of(
            Blocks.TYPE, Blocks.class,
            Claim.TYPE, Claim.class,
            GetBlocks.TYPE, GetBlocks.class,
            GetPeers.TYPE, GetPeers.class,
            NewBlock.TYPE, NewBlock.class,
            Peers.TYPE, Peers.class,
            Transfers.TYPE, Transfers.class);

    /** Checks one input. Whatever it throws but the exceptions that are meant for peers is a hole. */
    private interface Property {
        void check(String text, SplittableRandom random) throws Exception;
    }

    private static void forAll(int inputs, Property property) {
        long seed = Long.getLong("fuzz.seed", ThreadLocalRandom.current().nextLong());
        SplittableRandom random = new SplittableRandom(seed);
        HostileText texts = new HostileText(random);
        for (int i = 0; i < inputs; i++) {
            String text = texts.next();
            try {
                property.check(text, random);
            } catch (ProtocolException | MalformedJson | Offence | InvalidTransaction e) {
                // Refused, as it may be.
            } catch (Exception | Error e) {
                throw new AssertionError("-Dfuzz.seed=" + seed + ", input " + i + ": " + text, e);
            }
        }
    }

    @Test
    @DisplayName(
            "the framer makes the same messages however they are cut, each of them whole, and the gate counts as it does")
    void framing() {
        forAll(SHARE, FuzzTest::frame);
    }

    @Test
    @Tag("heavy")
    @DisplayName("a million: the framer makes the same messages however they are cut")
    void framingAMillion() {
        forAll(MILLION, FuzzTest::frame);
    }

    private static void frame(String text, SplittableRandom random) throws Exception {
        byte[] bytes = (text + " " + Greeting.TEXT).getBytes(StandardCharsets.UTF_8);
        List<String> whole = new ArrayList<>();
        String refusal = framed(whole, List.of(bytes));
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
            pieces.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        List<String> cut = new ArrayList<>();
        assertThat(framed(cut, pieces)).isEqualTo(refusal);
        if (refusal == null) {
            assertThat(cut).isEqualTo(whole);
            AtomicLong pending = new AtomicLong();
            new Gate(pending).pass(bytes);
            assertThat(pending.get() > 0)
                    .as("the gate, too, is within a message")
                    .isEqualTo(endsWithin(bytes));
        }
    }

    /** Within a message anything may come next, and between two of them no letter. */
    private static boolean endsWithin(byte[] bytes) throws ProtocolException {
        MessageFramer framer = new MessageFramer();
        framer.feed(bytes);
        try {
            framer.feed(new byte[] {'x'});
            return true;
        } catch (ProtocolException e) {
            return false;
        }
    }

    /** Adds what comes before a refusal, whose sentence is returned; null where there is none. */
    private static String framed(List<String> messages, List<byte[]> pieces) {
        MessageFramer framer = new MessageFramer();
        try {
            for (byte[] piece : pieces) {
                messages.addAll(framer.feed(piece));
            }
            return null;
        } catch (ProtocolException e) {
            return e.getMessage();
        }
    }

    @Test
    @DisplayName("the steps' dispatcher calls what there is or refuses, and our chain stays valid")
    void dispatch() {
        forAll(SHARE, dispatching());
    }

    @Test
    @Tag("heavy")
    @DisplayName("a million: the steps' dispatcher calls what there is or refuses")
    void dispatchAMillion() {
        forAll(MILLION, dispatching());
    }

    /** By way of the steps' own handler, as the node calls it. It answers a refusal by hanging up. */
    private static Property dispatching() {
        Ingchain ingchain = new Ingchain();
        Branch.grow(ingchain, CHAIN);
        ChainSync sync = new ChainSync(ingchain, ForkChoice.MOST_WORK, text -> {}, line -> {});
        return (text, random) -> {
            Peer peer = new DeafPeer();
            sync.handler().opened(peer);
            sync.handler().received(peer, text.getBytes(StandardCharsets.UTF_8));
            sync.handler().closed(peer);
            assertThat(ingchain.chain().blocks()).startsWith(CHAIN.get(0), CHAIN.get(1));
        };
    }

    private static final class DeafPeer implements Peer {
        @Override
        public String address() {
            return "127.0.0.1:1";
        }

        @Override
        public void send(String message) {}

        @Override
        public void close() {}
    }

    @Test
    @DisplayName(
            "a payload is read as what it says, or refused; and what was read is written and read again as the same")
    void decoding() {
        forAll(SHARE, FuzzTest::decode);
    }

    @Test
    @Tag("heavy")
    @DisplayName("a million: a payload is read as what it says, or refused")
    void decodingAMillion() {
        forAll(MILLION, FuzzTest::decode);
    }

    private static void decode(String text, SplittableRandom random) throws Exception {
        for (String message : new MessageFramer().feed(text.getBytes(StandardCharsets.UTF_8))) {
            decode(message);
        }
    }

    private static void decode(String text) throws Exception {
        String type = MessageType.of(text);
        Class<?> payload = PAYLOADS.getOrDefault(type, Block.class);
        Object read = type.equals("receivedChain")
                ? List.of(Envelope.payload(text, type, Block[].class))
                : Envelope.payload(text, type, payload);
        String written = Json.write(read);
        if (read instanceof Block block) {
            assertThat(Json.read(written, Block.class)).isEqualTo(block);
            assertThat(Json.read(Json.tree(block), Block.class)).isEqualTo(block);
        } else if (!(read instanceof List<?>)) {
            assertThat(Json.read(written, payload)).isEqualTo(read);
        }
        if (read instanceof NewBlock news) {
            news.claim();
        }
        if (read instanceof Transfers transfers) {
            TransactionRules.STRICT.checkAlone(transfers.transfers().get(0));
        }
    }
}
