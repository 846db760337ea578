package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.CHAIN;
import static ingchain.node.hostile.UnderAttack.message;
import static ingchain.node.hostile.UnderAttack.withstands;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.json.Json;
import ingchain.node.FellowPeer;
import ingchain.node.NodeSettings;
import ingchain.node.RawPeer;
import ingchain.node.limits.Gate;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Rule;
import ingchain.node.message.Greeting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it measures time and memory")
@DisplayName("Whatever bytes a peer sends,")
class BytesAttackTest {
    private static final NodeSettings IMPATIENT = NodeSettings.DEFAULT.with(new Patience(20_000, 30_000, 500, 60_000));
    private static final String BLOCK = Json.write(CHAIN.get(1));

    @Test
    @DisplayName("what begins with neither white space nor a brace ends the connection at once")
    void garbage() throws Exception {
        withstands(node -> {
            Random random = new Random(1);
            for (int i = 0; i < 100; i++) {
                byte[] bytes = new byte[1 + random.nextInt(5_000)];
                random.nextBytes(bytes);
                bytes[0] = (byte) 0x80; // is neither
                try (RawPeer peer = node.stranger()) {
                    peer.say(bytes);
                    assertThat(peer.isClosedByNode()).isTrue();
                }
            }
            for (String text : List.of("GET / HTTP/1.1\r\n\r\n", "]", "}", "\"", "\u0000", "5", "\uFEFF{}", "[{}]")) {
                node.isDroppedFor(text);
            }
            node.assertOffence(Rule.PROTOCOL);
        });
    }

    @Test
    @DisplayName("a message that has begun ends in time")
    void halfMessages() throws Exception {
        withstands(CHAIN, IMPATIENT, node -> {
            for (String half : List.of("{", "{\"type\":", Greeting.TEXT.substring(0, Greeting.TEXT.length() - 1))) {
                RawPeer peer = node.stranger();
                peer.say(half);
                assertThat(peer.isClosedByNode()).isTrue();
            }
            node.assertOffence(Rule.MESSAGE_TIME);
        });
    }

    @Test
    @DisplayName("all half messages together have their limit")
    void manyHalfMessages() throws Exception {
        withstands(node -> {
            byte[] half = ("{\"type\":\"receivedChain\",\"payload\":\"" + "a".repeat(14 << 20))
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 5; i++) { // 70 MiB; the limit is 64
                node.inBackground(attacker -> attacker.stranger().say(half));
            }
            node.assertOffence(Rule.ROOM);
        });
    }

    @Test
    @DisplayName("no message is longer than the limit by a byte")
    void limitPlusOne() throws Exception {
        withstands(node -> {
            String longest = ofLength(Gate.MAX_MESSAGE_BYTES);
            RawPeer allowed = node.stranger();
            allowed.say(longest + message("no such type", "{}"));
            assertThat(allowed.isClosedByNode()).isTrue();
            assertThat(node.node().offences()).doesNotContainKey(Rule.MESSAGE_SIZE);
            node.isDroppedFor(ofLength(Gate.MAX_MESSAGE_BYTES + 1));
            node.assertOffence(Rule.MESSAGE_SIZE);
        });
    }

    private static String ofLength(int bytes) {
        String empty = message("latestBlock", "\"\"");
        return message("latestBlock", "\"" + "a".repeat(bytes - empty.length()) + "\"");
    }

    @Test
    @DisplayName("nesting has its limit, and is counted before anything is parsed")
    void nesting() throws Exception {
        withstands(node -> {
            for (String opening : List.of("[", "{\"a\":", "[{\"a\":", "[[],")) {
                node.isDroppedFor("{\"type\":\"allBlock\",\"payload\":" + opening.repeat(100_000));
                node.isDroppedFor("{\"type\":\"allBlock\",\"payload\":" + opening.repeat(Gate.MAX_NESTING));
            }
            node.assertOffence(Rule.NESTING);
            String brackets = "\"" + "[{".repeat(100_000) + "\"";
            assertThat(node.fellow().isServed()).isTrue();
            FellowPeer quoting = node.fellow();
            quoting.sayText(message("latestBlock", brackets)); // in a text they nest nothing
            assertThat(quoting.hear("allBlock").get("height").getAsInt()).isEqualTo(CHAIN.size());
        });
    }

    @Test
    @DisplayName("an array may be as deep as the limit, and as wide as a chain, and no wider")
    void deepAndWideArrays() throws Exception {
        withstands(node -> {
            int deepest = Gate.MAX_NESTING - 1;
            node.isDroppedFor(message("receivedChain", "[".repeat(deepest) + "]".repeat(deepest)));
            for (String element : List.of("{},", "[],", "0,", "\"\",", "null,", "{\"\":0},")) {
                String wide = "[" + element.repeat((Gate.MAX_MESSAGE_BYTES - 100) / element.length()) + "0]";
                node.isDroppedFor(message("receivedChain", wide));
            }
            node.assertOffence(Rule.ELEMENTS);
        });
    }

    @Test
    @DisplayName("a number is a whole one that fits, and nobody writes out its digits to find that out")
    void numbers() throws Exception {
        withstands(node -> {
            List<String> bombs = List.of(
                    "1e999999999",
                    "-1e999999999",
                    "1e-999999999",
                    "9223372036854775808",
                    "2147483648",
                    "0.5",
                    "-0.0",
                    "NaN",
                    "1" + "0".repeat(1_000_000),
                    "0." + "1".repeat(1_000_000));
            for (String bomb : bombs) {
                for (String name : List.of("height", "timestamp", "nonce", "difficulty", "amount", "txOutIndex")) {
                    String block = BLOCK.replaceFirst("\"" + name + "\":\\d+", "\"" + name + "\":" + bomb);
                    if (!bomb.equals("2147483648")
                            || !List.of("timestamp", "nonce", "amount").contains(name)) {
                        node.isDroppedFor(message("allBlock", block));
                    }
                }
                node.isDroppedFor(message(bomb, "{}"));
                node.isDroppedFor(Greeting.TEXT + message("tip", "{\"height\":" + bomb + "}"));
                node.isDroppedFor("{\"type\":" + bomb + ",\"payload\":{}}");
            }
            FellowPeer curious = node.fellow();
            curious.sayText(message("latestBlock", "{\"ingchain\":1e999999999,\"port\":1e999999999}"));
            assertThat(curious.isServed()).as("what is not used is not read").isTrue();
        });
    }

    @Test
    @DisplayName("no name stands twice")
    void duplicateNames() throws Exception {
        withstands(node -> {
            node.isDroppedFor(message("allBlock", BLOCK.replaceFirst("\\{", "{\"height\":2,")));
            node.isDroppedFor(message("allBlock", BLOCK.replaceFirst("\"data\":", "\"data\":[],\"data\":")));
            node.isDroppedFor(message("allBlock", BLOCK.replaceFirst("\"amount\":", "\"amount\":1,\"amount\":")));
            node.isDroppedFor("{\"type\":\"latestBlock\",\"type\":\"allBlock\",\"payload\":{}}");
            node.isDroppedFor("{\"type\":\"latestBlock\",\"payload\":{},\"payload\":{}}");
            node.isDroppedFor(Greeting.TEXT + message("getBlocks", "{\"headers\":true,\"headers\":false}"));
            node.isDroppedFor(message("latestBlock", "{\"ingchain\":1,\"ingchain\":1}"));
        });
    }

    @Test
    @DisplayName("a text that is not UTF-8 is no valid hash, name or account, and breaks nothing")
    void invalidUtf8() throws Exception {
        withstands(node -> {
            for (int[] bytes :
                    new int[][] {{0xff}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf8, 0x88, 0x80}, {0xe2, 0x82}}) {
                for (String around :
                        List.of(message("allBlock", BLOCK.replaceFirst("1.0.0", "?")), message("?", "{}"))) {
                    try (RawPeer peer = node.stranger()) {
                        int place = around.indexOf('?');
                        peer.say(around.substring(0, place));
                        for (int each : bytes) {
                            peer.say(new byte[] {(byte) each});
                        }
                        peer.say(around.substring(place + 1) + message("no such type", "{}"));
                        assertThat(peer.isClosedByNode()).isTrue();
                    }
                }
            }
        });
    }
}
