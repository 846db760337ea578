package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.message;
import static ingchain.node.hostile.UnderAttack.withstands;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.message.FromPeer;
import ingchain.message.Message;
import ingchain.message.MessageHandler;
import ingchain.node.FellowPeer;
import ingchain.node.RawPeer;
import ingchain.node.message.Greeting;
import ingchain.node.peer.PeerWatch;
import ingchain.node.peer.StepsDoor;
import java.lang.reflect.Method;
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
