package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.message.MessageData;
import ingchain.node.message.Greeting;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On the wire")
class WireTest {
    private static final String QUESTION = "{\"type\":\"latestBlock\",\"payload\":{}}";

    private Node node;
    private int port;

    @BeforeEach
    void start() throws Exception {
        node = Branch.node(Branch.ofHeight(4, 0));
        port = node.listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    @DisplayName("the node greets with a question for the latest block whose payload says what it is")
    void greeting() throws Exception {
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.hearText())
                    .matches(
                            "\\{\"type\":\"latestBlock\",\"payload\":\\{\"ingchain\":1,\"node\":\"[0-9a-f]{32}\",\"port\":"
                                    + port + "}}");
        }
    }

    @Test
    @DisplayName(
            "a question is answered with the latest block, however TCP has cut it and whatever it came together with")
    void questions() throws Exception {
        try (RawPeer peer = new RawPeer(port)) {
            peer.hear();
            peer.say(QUESTION.substring(0, 9));
            peer.say(QUESTION.substring(9) + QUESTION + " \n" + QUESTION);
            assertThat(List.of(peer.hearBlock(), peer.hearBlock(), peer.hearBlock()))
                    .containsOnly(4);
        }
    }

    @Test
    @DisplayName("one of ours gets its answers at once, and in order")
    void ownKind() throws Exception {
        try (RawPeer peer = new RawPeer(port)) {
            peer.hear();
            long start = System.nanoTime();
            peer.say(Greeting.TEXT + QUESTION.repeat(59));
            for (int i = 0; i < 60; i++) {
                assertThat(peer.hearBlock()).isEqualTo(4);
            }
            assertThat(System.nanoTime() - start)
                    .as("60 answers at an original's pace take 15 s")
                    .isLessThan(10_000_000_000L);
        }
    }

    @Test
    @DisplayName("a peer that has not said a word hears of a block that is mined")
    void silentPeer() throws Exception {
        try (RawPeer peer = new RawPeer(port)) {
            peer.hear();
            Branch.mine(node);
            assertThat(peer.hearBlock()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("a peer that shows where it is and then only listens gets the blocks that it lacks, in order")
    void listener() throws Exception {
        try (RawPeer peer = new RawPeer(port)) {
            peer.hear();
            Block genesis = node.ingchain().chain().blocks().get(0);
            peer.say(MessageData.of("allBlock", genesis).toJson());
            assertThat(peer.hearBlock()).isEqualTo(2);
            assertThat(peer.hear().get("type").getAsString()).isEqualTo("latestBlock");
            assertThat(peer.hearBlock()).isEqualTo(3);
            assertThat(peer.hearBlock()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "\u0000\u0001\u0002",
                "{\"type\":\"nonsense\",\"payload\":{}}",
                "{\"type\":\"latestBlock\"}",
                "{\"type\":\"allBlock\",\"payload\":{\"height\":\"x\"}}",
                "{\"type\":\"receivedChain\",\"payload\":[null]}",
                "{{{{}}}}",
                "]"
            })
    @DisplayName("whoever breaks the protocol is cut off, and everybody else is served on")
    void garbage(String bytes) throws Exception {
        try (RawPeer good = new RawPeer(port);
                RawPeer bad = new RawPeer(port)) {
            good.hear();
            bad.say(bytes);
            assertThat(bad.isClosedByNode()).isTrue();
            good.say(Greeting.TEXT);
            assertThat(good.hearBlock()).isEqualTo(4);
        }
    }
}
