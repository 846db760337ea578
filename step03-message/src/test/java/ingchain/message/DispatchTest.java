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
    void rightMethod(Transcript transcript) throws Exception {
        Greetings greetings = new Greetings();
        transcript.suspect("invokes-with-other-arguments");
        transcript.step("a message of type hello arrives, and there is a method hello");
        try {
            new Dispatcher(greetings).dispatch(PEER, new MessageData("hello", PAYLOAD));
        } catch (ProtocolException e) {
            throw CheckpointFailure.because(
                    findsPublicMethods() ? "finds-only-public-methods" : "finds-no-method",
                    "dispatch was to call that method",
                    e);
        }
        assertThat(greetings.called)
                .withFailMessage(
                        "a message of type hello must call hello and nothing else, but it called %s", greetings.called)
                .containsExactly("hello");
    }

    private static boolean findsPublicMethods() {
        try {
            new Dispatcher(new PublicGreetings()).dispatch(PEER, new MessageData("hello", PAYLOAD));
            return true;
        } catch (ProtocolException | RuntimeException e) {
            return false;
        }
    }

    @Test
    @Order(2)
    @DisplayName("the method is given the peer and the payload")
    void argumentsArePassed(Transcript transcript) throws Exception {
        transcript.suspect("invokes-with-other-arguments");
        transcript.step("messages of type hello arrive, with payload " + PAYLOAD + " and with null");
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
    void answer(Transcript transcript) throws Exception {
        transcript.suspect("loses-the-answer");
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
    @DisplayName("whatever class the handlers are of, its methods are found, and no other object's")
    void otherHandlers(Transcript transcript) throws Exception {
        new Dispatcher(new Greetings()).dispatch(PEER, new MessageData("hello", PAYLOAD));
        transcript.step("a message of type hello arrives; then two more, for handlers of another class");
        transcript.suspect("shared-between-dispatchers");
        for (String own : List.of("first", "second")) {
            MessageData answer = new Dispatcher(new Named(own)).dispatch(PEER, new MessageData("hello", PAYLOAD));
            assertThat(answer.type())
                    .as("the answer of the handlers named %s", own)
                    .isEqualTo(own);
        }
        transcript.step("a message of type whisper arrives, and the method whisper is private");
        transcript.suspect("forgets-set-accessible");
        Object nameless = new Object() {
            @FromPeer
            private MessageData whisper(Peer peer, JsonElement payload) {
                return new MessageData("psst", payload);
            }
        };
        MessageData answer = new Dispatcher(nameless).dispatch(PEER, new MessageData("whisper", PAYLOAD));
        assertThat(answer).as("the answer of a private method").isEqualTo(new MessageData("psst", PAYLOAD));
    }

    @Test
    @Order(6)
    @DisplayName("a type that no method is named after is a ProtocolException that says which type it was")
    void unknownType(Transcript transcript) throws Exception {
        transcript.suspect("unknown-type-is-an-accident");
        for (String type : List.of("howdy", "goodday", "hell", "hello2", "helloYourself")) {
            refused(transcript, type, "no method is named so");
        }
    }

    @Test
    @Order(7)
    @DisplayName("the type must be the name exactly: other case, a space or nothing at all will not do")
    void exactName(Transcript transcript) throws Exception {
        transcript.suspect("unknown-type-is-an-accident");
        for (String type : List.of("Hello", "HELLO", " hello", "hello ", "hel lo", "", " ")) {
            refused(transcript, type, "no method is named so, to the letter");
        }
    }

    @Test
    @Order(8)
    @DisplayName("only a method that takes a peer and a payload is called, whichever others have the name")
    void overloads(Transcript transcript) throws Exception {
        transcript.suspect("ignores-parameters");
        for (String type : List.of("shout", "mumble", "sing", "curtsy")) {
            refused(transcript, type, "the method named so does not take a Peer and a JsonElement");
        }
        transcript.step("a message of type wave arrives, and there are five methods wave, of which one fits");
        Greetings greetings = new Greetings();
        new Dispatcher(greetings).dispatch(PEER, new MessageData("wave", PAYLOAD));
        assertThat(greetings.called)
                .withFailMessage(
                        "of all methods named wave, wave(Peer, JsonElement) is meant, not %s", greetings.called)
                .containsExactly("wave(Peer, JsonElement)");
    }

    @Test
    @Order(9)
    @DisplayName("a ProtocolException that the method throws comes out as it is")
    void protocolException() {
        Greetings greetings = new Greetings();
        comesOut(new Dispatcher(greetings), "rude", greetings.broken);
    }

    @Test
    @Order(10)
    @DisplayName("a RuntimeException that the method throws comes out as it is")
    void runtimeException() {
        Greetings greetings = new Greetings();
        comesOut(new Dispatcher(greetings), "clumsy", greetings.failure);
    }

    private static void comesOut(Dispatcher dispatcher, String type, Exception thrown) {
        String kind = thrown.getClass().getSimpleName();
        try {
            dispatcher.dispatch(PEER, new MessageData(type, PAYLOAD));
        } catch (Exception e) {
            if (e != thrown) {
                throw CheckpointFailure.because(
                        "wraps-exceptions",
                        "the method " + type + " threw " + kind + ", and that very exception was to come out",
                        e);
            }
            return;
        }
        throw CheckpointFailure.because(
                "swallows-exceptions", "the method " + type + " threw " + kind + ", but dispatch threw nothing");
    }

    @Test
    @Order(11)
    @DisplayName("whatever else the method throws, an Error say, is not lost: it comes out, or as a cause")
    void error(Transcript transcript) throws Exception {
        transcript.suspect("loses-errors");
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
        throw new CheckpointFailure("the method faint threw " + greetings.error + ", but what came out of dispatch is "
                + thrown + ", and nothing tells of that Error");
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(12)
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

    private static void refused(Transcript transcript, String type, String because) {
        Greetings greetings = new Greetings();
        transcript.step("a message of type \"" + type + "\" arrives");
        MessageData answer;
        try {
            answer = new Dispatcher(greetings).dispatch(PEER, new MessageData(type, PAYLOAD));
        } catch (ProtocolException e) {
            assertThat(greetings.called)
                    .as("what a message of type \"%s\" called", type)
                    .isEmpty();
            if (!String.valueOf(e.getMessage()).contains(type)) {
                throw CheckpointFailure.because(
                        "does-not-name-the-type",
                        "the message of the ProtocolException does not name the type \"" + type + "\": "
                                + e.getMessage());
            }
            transcript.step("it is refused: " + e.getMessage());
            return;
        }
        String sentence = "a message of type \"" + type + "\" was to be a ProtocolException, for " + because
                + "; but dispatch " + (greetings.called.isEmpty() ? "" : "called " + greetings.called + " and ")
                + "returned " + answer;
        if (greetings.called.isEmpty()) {
            throw CheckpointFailure.because("passes-over-unknown-types", sentence);
        }
        throw greetings.called.contains("hello")
                ? CheckpointFailure.because("takes-one-name-for-another", sentence)
                : new CheckpointFailure(sentence);
    }

    /** For somebody who looks among the public methods only. */
    public static final class PublicGreetings {
        /** Does nothing. */
        @FromPeer
        public MessageData hello(Peer from, JsonElement words) {
            return null;
        }
    }

    /** A record's methods are methods like all others. */
    private record Named(String own) {
        @FromPeer
        MessageData hello(Peer peer, JsonElement payload) {
            return new MessageData(own, payload);
        }
    }
}
