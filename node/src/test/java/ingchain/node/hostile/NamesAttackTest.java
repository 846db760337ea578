package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.message;
import static ingchain.node.hostile.UnderAttack.withstands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.json.Json;
import ingchain.message.FromPeer;
import ingchain.message.Message;
import ingchain.message.MessageHandler;
import ingchain.node.FellowPeer;
import ingchain.node.RawPeer;
import ingchain.node.limits.Rule;
import ingchain.node.message.Greeting;
import ingchain.node.peer.PeerWatch;
import ingchain.node.peer.StepsDoor;
import ingchain.program.HostPort;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it measures time and memory")
@DisplayName("Whatever a message is called,")
class NamesAttackTest {
    private static final List<String> PAYLOADS =
            List.of("{}", "[]", "null", "0", "\"\"", "true", "[null]", "[[]]", "[{}]", "{\"a\":{}}");

    private static final String FOREIGN_TRANSFER = """
            {"txIns":[{"txOutId":"11","txOutIndex":0,"signature":"22"}],
             "txOuts":[{"account":"33","amount":%s}],"hash":"44"}""";

    @Test
    @DisplayName("10,000 types that there are not call nothing, and leave nothing behind")
    void unknownTypes() throws Exception {
        withstands(node -> {
            StringBuilder all = new StringBuilder(Greeting.TEXT);
            for (int i = 0; i < 10_000; i++) {
                all.append(message("type" + i, "{}"));
            }
            node.isDroppedFor(all.toString()); // at the first of them,
            for (int i = 0; i < 200; i++) {
                node.isDroppedFor(message("type" + i, "{}")); // and so is each that calls anew
            }
            node.isDroppedFor(message("x".repeat(1 << 20), "{}"));
            node.isDroppedFor(message("", "{}"));
            node.isDroppedFor(message("\\u001b[2J\\nevent=tip", "{}"));
            node.assertOffence(Rule.PROTOCOL);
        });
    }

    @Test
    @DisplayName(
            "no method can be called that is not meant for peers, be it of the handler, of Object or of the node's own")
    void methodNames() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : List.of(
                Message.class, Object.class, Class.class, MessageHandler.class, StepsDoor.class, PeerWatch.class)) {
            Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getDeclaredMethods()))
                    .filter(method -> !method.isAnnotationPresent(FromPeer.class))
                    .map(Method::getName)
                    .forEach(names::add);
        }
        assertThat(names).contains("read", "getClass", "wait", "notifyAll", "finalize", "clone", "forName");
        names.addAll(
                List.of("<init>", "<clinit>", "this", "null", "ingchain", "consensus", "latestblock", "latestBlock "));
        withstands(node -> {
            for (String name : names) {
                node.isDroppedFor(message(name, "{}"));
            }
        });
    }

    @Test
    @DisplayName(
            "a payload that the type does not take is an offence or means nothing, and nothing of ours fails by it")
    void payloads() throws Exception {
        withstands(node -> {
            for (Method method : Message.class.getDeclaredMethods()) {
                if (method.isAnnotationPresent(FromPeer.class)) {
                    tryPayloads(node, "", method.getName());
                }
            }
            for (String type : List.of(
                    "tip", "newBlock", "getBlocks", "blocks", "transfers", "getPeers", "peers", "latestBlock")) {
                tryPayloads(node, Greeting.TEXT, type);
                if (!type.equals("latestBlock")) {
                    node.isDroppedFor(message(type, "{}")); // whoever has not greeted does not know it
                }
            }
        });
    }

    @Test
    @DisplayName("what the steps refuse is an offence, and its address is kept out")
    void refusedBySteps() throws Exception {
        withstands(node -> {
            try (ServerSocket attacker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                try (Socket called = calledBy(node, attacker)) {
                    called.getOutputStream().write(message("toString", "{}").getBytes(StandardCharsets.UTF_8));
                    node.assertOffence(Rule.PROTOCOL);
                }
                calledBy(node, other).close();
                other.accept().close(); // who merely hangs up is called again,
                other.accept().close(); // and by now the attacker would have been, too
                attacker.setSoTimeout(1);
                assertThatThrownBy(attacker::accept)
                        .as("another call to the attacker")
                        .isInstanceOf(SocketTimeoutException.class);
            }
        });
    }

    private static Socket calledBy(UnderAttack node, ServerSocket peer) throws Exception {
        node.node().keepDialling(new HostPort("127.0.0.1", peer.getLocalPort()));
        return peer.accept();
    }

    @Test
    @DisplayName("what an original's user typed, such as half a coin, is no offence of the original that passes it on")
    void typedIntoAnOriginal() throws Exception {
        withstands(node -> {
            for (String amount : List.of("0.5", "\"10\"", "1e+21", "null")) {
                String transfer = FOREIGN_TRANSFER.formatted(amount);
                String block = Json.write(UnderAttack.CHAIN.get(1)).replace("\"amount\":50", "\"amount\":" + amount);
                node.isDroppedFor(message("receivedTransaction", transfer));
                node.isDroppedFor(message("receivedChain", "[" + block + "]"));
            }
            assertThat(node.node().offences()).isEmpty();
            node.isDroppedFor(Greeting.TEXT + message("receivedTransaction", "{\"txOuts\":[{\"amount\":0.5}]}"));
            node.assertOffence(Rule.PROTOCOL); // our kind knows better
        });
    }

    /** Whether it is dropped or not: the type after it is not known, and ends the connection. */
    private static void tryPayloads(UnderAttack node, String before, String type) throws Exception {
        for (String payload : PAYLOADS) {
            node.isDroppedFor(before + message(type, payload) + message("no such type", "{}"));
        }
        node.isDroppedFor("{\"type\":\"" + type + "\"}");
        node.isDroppedFor("{\"payload\":{},\"type\":[\"" + type + "\"]}");
    }

    @Test
    @DisplayName("an echo of all that the node says gets it into no conversation with itself")
    void echo() throws Exception {
        withstands(node -> {
            try (RawPeer mirror = node.stranger()) {
                mirror.say(mirror.hearText()); // its own greeting, its own name
                assertThat(mirror.isClosedByNode()).isTrue();
            }
            try (RawPeer mirror = node.stranger()) {
                mirror.hearText();
                mirror.say(Greeting.TEXT);
                echo(mirror, 50);
            }
            try (RawPeer mirror = node.stranger()) {
                mirror.hearText();
                mirror.say(message("latestBlock", "{}"));
                echo(mirror, 3); // at an original's pace
            }
            FellowPeer last = node.fellow();
            assertThat(last.isServed()).isTrue();
        });
    }

    /** Ends before that where the node says no more, or hangs up. */
    private static void echo(RawPeer mirror, int messages) {
        try {
            mirror.setPatienceMillis(1_000);
            for (int i = 0; i < messages; i++) {
                mirror.say(mirror.hearText());
            }
        } catch (Exception e) {
            // It has ended the conversation.
        }
    }
}
