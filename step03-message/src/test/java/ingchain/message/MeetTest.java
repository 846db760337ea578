package ingchain.message;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.network.P2PNetwork;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("3.5")
@DisplayName("3.5 Two nodes meet")
class MeetTest {
    /** More messages than two nodes have reason to send: two greetings, two tips, and a chain that is asked for. */
    private static final int MANY = 12;

    @Test
    @Order(1)
    @DisplayName("the node that is behind ends with the chain of the one that is ahead, whoever of them that is")
    void oneIsAhead(Transcript transcript) throws Exception {
        for (int behind : List.of(1, 2, 5, 7)) {
            Ingchain a = TestChains.ofHeight(8, TestChains.ALICE);
            Ingchain b = TestChains.ofHeight(behind, TestChains.ALICE);
            meet(transcript, a, b, TestChains.ofHeight(8, TestChains.ALICE));
            Ingchain c = TestChains.ofHeight(behind, TestChains.ALICE);
            meet(transcript, c, a, TestChains.ofHeight(8, TestChains.ALICE));
        }
    }

    @Test
    @Order(2)
    @DisplayName("two nodes with different chains end with the longer one")
    void fork(Transcript transcript) throws Exception {
        Ingchain a = TestChains.ofHeight(5, TestChains.ALICE);
        Ingchain b = TestChains.ofHeight(6, TestChains.BOB);
        meet(transcript, a, b, TestChains.ofHeight(6, TestChains.BOB));
    }

    @Test
    @Order(3)
    @DisplayName("two nodes with chains of one height fall silent, each with its own")
    void tie(Transcript transcript) throws Exception {
        Ingchain a = TestChains.ofHeight(5, TestChains.ALICE);
        Ingchain b = TestChains.ofHeight(5, TestChains.BOB);
        meeting(transcript, a, b).untilSilent(MANY, () -> true);
        assertThat(tip(a)).as("the first node's chain").isEqualTo(tip(TestChains.ofHeight(5, TestChains.ALICE)));
        assertThat(tip(b)).as("the second node's chain").isEqualTo(tip(TestChains.ofHeight(5, TestChains.BOB)));
    }

    @Test
    @Order(4)
    @DisplayName("two nodes that take nothing from each other fall silent all the same")
    void stubborn(Transcript transcript) throws Exception {
        for (int height : List.of(3, 5, 6, 8)) {
            Ingchain a = TestChains.ofHeight(5, TestChains.ALICE);
            Ingchain b = TestChains.ofHeight(height, TestChains.BOB);
            Consensus refusing = new ScriptedConsensus(false);
            new Meeting(transcript, a, refusing, b, refusing).untilSilent(MANY, () -> true);
            assertThat(a.chain().height()).as("the first node's height").isEqualTo(5);
            assertThat(b.chain().height()).as("the second node's height").isEqualTo(height);
        }
    }

    @Test
    @Order(5)
    @DisplayName("two nodes with a network between them end with the longer chain, too")
    void overTcp(CapturedLog log, Transcript transcript, Cleanup cleanup) throws Exception {
        Ingchain a = TestChains.ofHeight(4, TestChains.ALICE);
        Ingchain b = TestChains.ofHeight(7, TestChains.BOB);
        P2PNetwork listening = cleanup.add(network(a, log));
        int port = listening.listen("127.0.0.1", 0);
        cleanup.add(network(b, log)).connect("127.0.0.1", port);
        String expected = tip(b);
        transcript.await("the first node has the second one's chain", () -> tip(a).equals(expected));
        assertThat(tip(b)).as("the second node's chain").isEqualTo(expected);
    }

    private static P2PNetwork network(Ingchain ingchain, CapturedLog log) {
        Message message = new Message(ingchain, new TrustingConsensus(ingchain), data -> {});
        return new P2PNetwork(new MessageHandler(message, log), P2PNetwork.GREETING, log);
    }

    private static Meeting meeting(Transcript transcript, Ingchain a, Ingchain b) {
        return new Meeting(transcript, a, new TrustingConsensus(a), b, new TrustingConsensus(b));
    }

    private static void meet(Transcript transcript, Ingchain a, Ingchain b, Ingchain expected) throws Exception {
        meeting(transcript, a, b).untilSilent(MANY, () -> tip(a).equals(tip(expected)) && tip(b).equals(tip(expected)));
        assertThat(tip(a)).as("the first node's chain").isEqualTo(tip(expected));
        assertThat(tip(b)).as("the second node's chain").isEqualTo(tip(expected));
    }

    private static String tip(Ingchain ingchain) {
        Block tip = ingchain.chain().tip();
        return "height " + tip.height() + " tip " + tip.hash();
    }
}
