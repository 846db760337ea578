package ingchain.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.network.Peer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Exercise("3.2")
@DisplayName("3.2 Choose the handler method by reflection on the type name")
class DispatchTest {
    private static final Peer PEER = new SilentPeer("10.0.0.1:8555");
    private static final JsonElement PAYLOAD = new JsonPrimitive("how are you");

    @Test
    @Order(1)
    @DisplayName("the method that the type names is called, once, and no other")
    void rightMethod() throws Exception {
        Greetings greetings = new Greetings();
        new Dispatcher(greetings).dispatch(PEER, new MessageData("hello", PAYLOAD));
        assertThat(greetings.called)
                .withFailMessage(
                        "a message of type hello must call hello and nothing else, but it called %s", greetings.called)
                .containsExactly("hello");
    }

    @Test
    @Order(2)
    @DisplayName("the method is given the peer and the payload")
    void argumentsArePassed() throws Exception {
        Greetings greetings = new Greetings();
        new Dispatcher(greetings).dispatch(PEER, new MessageData("hello", PAYLOAD));
        assertThat(greetings.peer).as("the peer that hello was given").isSameAs(PEER);
        assertThat(greetings.payload).as("the payload that hello was given").isEqualTo(PAYLOAD);
        new Dispatcher(greetings).dispatch(PEER, new MessageData("hello", JsonNull.INSTANCE));
        assertThat(greetings.payload)
                .as("a payload of null that hello was given")
                .isEqualTo(JsonNull.INSTANCE);
    }

    @Test
    @Order(3)
    @DisplayName("what the method returns is the answer")
    void answer() throws Exception {
        MessageData answer = new Dispatcher(new Greetings()).dispatch(PEER, new MessageData("hello", PAYLOAD));
        assertThat(answer).as("the answer to hello").isEqualTo(new MessageData("helloYourself", PAYLOAD));
    }

    @Test
    @Order(4)
    @DisplayName("a method that returns null gives no answer")
    void noAnswer() throws Exception {
        Greetings greetings = new Greetings();
        MessageData answer = new Dispatcher(greetings).dispatch(PEER, new MessageData("goodbye", PAYLOAD));
        assertThat(greetings.called).as("what was called").containsExactly("goodbye");
        assertThat(answer).as("the answer to goodbye, which returns null").isNull();
    }

    @Test
    @Order(5)
    @DisplayName("whatever class the handlers are of, its methods are found")
    void otherHandlers() throws Exception {
        Object nameless = new Object() {
            @FromPeer
            private MessageData whisper(Peer peer, JsonElement payload) {
                return new MessageData("psst", payload);
            }
        };
        MessageData answer = new Dispatcher(nameless).dispatch(PEER, new MessageData("whisper", PAYLOAD));
        assertThat(answer).as("the answer of a private method").isEqualTo(new MessageData("psst", PAYLOAD));
        Dispatcher first = new Dispatcher(new Named("first"));
        Dispatcher second = new Dispatcher(new Named("second"));
        assertThat(first.dispatch(PEER, new MessageData("name", PAYLOAD)).type())
                .isEqualTo("first");
        assertThat(second.dispatch(PEER, new MessageData("name", PAYLOAD)).type())
                .isEqualTo("second");
    }

    @Test
    @Order(6)
    @DisplayName("where several methods have the name, the one that takes a peer and a payload is called")
    void overloads() throws Exception {
        Greetings greetings = new Greetings();
        new Dispatcher(greetings).dispatch(PEER, new MessageData("wave", PAYLOAD));
        assertThat(greetings.called)
                .withFailMessage(
                        "of all methods named wave, wave(Peer, JsonElement) is meant, not %s", greetings.called)
                .containsExactly("wave(Peer, JsonElement)");
    }

    @Test
    @Order(7)
    @DisplayName("a type that no method is named after is a ProtocolException that says which type it was")
    void unknownType() {
        for (String type : List.of("howdy", "hell", "hello2", "helloYourself")) {
            refused(type);
        }
    }

    @Test
    @Order(8)
    @DisplayName("a method that takes anything but a peer and a payload is none for messages")
    void otherParameters() {
        for (String type : List.of("shout", "mumble", "sing")) {
            refused(type);
        }
    }

    @Test
    @Order(9)
    @DisplayName("the type must be the name exactly: other case, a space or nothing at all will not do")
    void exactName() {
        for (String type : List.of("Hello", "HELLO", " hello", "hello ", "hel lo", "", " ")) {
            refused(type);
        }
    }

    @Test
    @Order(10)
    @DisplayName("a ProtocolException that the method throws comes out as it is")
    void protocolException() {
        Greetings greetings = new Greetings();
        Dispatcher dispatcher = new Dispatcher(greetings);
        try {
            dispatcher.dispatch(PEER, new MessageData("rude", PAYLOAD));
        } catch (ProtocolException e) {
            if (e != greetings.broken) {
                throw new CheckpointFailure(
                        "the method rude threw a ProtocolException, but dispatch threw another one");
            }
            return;
        }
        throw new CheckpointFailure("the method rude threw a ProtocolException, but dispatch threw nothing");
    }

    @Test
    @Order(11)
    @DisplayName("a RuntimeException that the method throws comes out as it is")
    void runtimeException() throws Exception {
        Greetings greetings = new Greetings();
        Dispatcher dispatcher = new Dispatcher(greetings);
        try {
            dispatcher.dispatch(PEER, new MessageData("clumsy", PAYLOAD));
        } catch (RuntimeException e) {
            if (e != greetings.failure) {
                throw new CheckpointFailure(
                        "the method clumsy threw " + greetings.failure + ", but dispatch threw " + e);
            }
            return;
        }
        throw new CheckpointFailure("the method clumsy threw a RuntimeException, but dispatch threw nothing");
    }

    @Test
    @Order(12)
    @DisplayName("whatever else the method throws, an Error say, is not lost: it comes out, or as a cause")
    void error() throws Exception {
        Greetings greetings = new Greetings();
        Throwable thrown = null;
        try {
            new Dispatcher(greetings).dispatch(PEER, new MessageData("faint", PAYLOAD));
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause == greetings.error) {
                return;
            }
        }
        throw new CheckpointFailure("the method faint threw " + greetings.error
                + ", but what came out of dispatch is " + thrown + ", and nothing tells of that Error");
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(13)
    @DisplayName("bytes become messages, messages become calls, and each answer goes back to the peer that asked")
    void endToEnd(Wire wire, CapturedLog log, Transcript transcript, Cleanup cleanup) throws Exception {
        Wire.Door door = wire.open(new MessageHandler(new Greetings(), log), log, transcript, cleanup);
        Line a = door.connect("peer A");
        Line b = door.connect("peer B");
        a.send("{\"type\":\"hello\",\"pay");
        b.send("{\"type\":\"goodbye\",\"payload\":1}{\"type\":\"hello\",\"payload\":\"B\"}{\"type\":\"hello\",");
        a.send("load\":\"A\"}");
        b.send("\"payload\":\"B again\"}");
        a.expect("helloYourself", "A");
        b.expect("helloYourself", "B");
        b.expect("helloYourself", "B again");
    }

    private static void refused(String type) {
        Greetings greetings = new Greetings();
        MessageData answer;
        try {
            answer = new Dispatcher(greetings).dispatch(PEER, new MessageData(type, PAYLOAD));
        } catch (ProtocolException e) {
            assertThat(greetings.called)
                    .as("what a message of type \"%s\" called", type)
                    .isEmpty();
            assertThat(e.getMessage())
                    .withFailMessage(
                            "the message of the exception does not name the type \"%s\": %s", type, e.getMessage())
                    .contains(type);
            return;
        }
        throw new CheckpointFailure("there is no method for messages of type \"" + type + "\", so dispatch is to throw"
                + " a ProtocolException; it called " + greetings.called + " and returned " + answer);
    }

    /** Handlers whose every method is meant for peers. */
    private static final class Greetings {
        private final List<String> called = new ArrayList<>();
        private final ProtocolException broken = new ProtocolException("on purpose");
        private final RuntimeException failure = new IllegalStateException("on purpose");
        private final Error error = new StackOverflowError("on purpose");
        private Peer peer;
        private JsonElement payload;

        @FromPeer
        MessageData hello(Peer from, JsonElement words) {
            called.add("hello");
            peer = from;
            payload = words;
            return new MessageData("helloYourself", words);
        }

        @FromPeer
        MessageData goodbye(Peer from, JsonElement words) {
            called.add("goodbye");
            return null;
        }

        @FromPeer
        MessageData rude(Peer from, JsonElement words) throws ProtocolException {
            throw broken;
        }

        @FromPeer
        MessageData clumsy(Peer from, JsonElement words) {
            throw failure;
        }

        @FromPeer
        MessageData faint(Peer from, JsonElement words) {
            throw error;
        }

        @FromPeer
        MessageData shout(String from, JsonElement words) {
            called.add("shout(String, JsonElement)");
            return null;
        }

        @FromPeer
        MessageData mumble(Peer from, String words) {
            called.add("mumble(Peer, String)");
            return null;
        }

        @FromPeer
        MessageData sing(Peer from, JsonElement words, String tune) {
            called.add("sing(Peer, JsonElement, String)");
            return null;
        }

        @FromPeer
        MessageData wave() {
            called.add("wave()");
            return null;
        }

        @FromPeer
        MessageData wave(Peer from) {
            called.add("wave(Peer)");
            return null;
        }

        @FromPeer
        MessageData wave(Peer from, String words) {
            called.add("wave(Peer, String)");
            return null;
        }

        @FromPeer
        MessageData wave(Object from, Object words) {
            called.add("wave(Object, Object)");
            return null;
        }

        @FromPeer
        MessageData wave(Peer from, JsonElement words) {
            called.add("wave(Peer, JsonElement)");
            return null;
        }
    }

    /** A record's methods are methods like all others. */
    private record Named(String own) {
        @FromPeer
        MessageData name(Peer peer, JsonElement payload) {
            return new MessageData(own, payload);
        }
    }
}
