package ingchain.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
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

@Exercise("3.3")
@DisplayName("3.3 Let a peer reach only the methods meant for it")
class DoorTest {
    private static final Peer PEER = new SilentPeer("10.0.0.1:8555");
    private static final JsonElement PAYLOAD = new JsonPrimitive("open up");

    @Test
    @Order(1)
    @DisplayName("a method that is marked @FromPeer is called")
    void marked(Transcript transcript) throws Exception {
        House house = new House();
        MessageData answer;
        try {
            answer = new Dispatcher(house).dispatch(PEER, new MessageData("ring", PAYLOAD));
        } catch (ProtocolException e) {
            throw CheckpointFailure.because(
                    "locks-out-marked-methods", "ring is marked @FromPeer, and a peer was to reach it", e);
        }
        assertThat(house.called()).as("what a message of type ring called").containsExactly("ring");
        assertThat(answer).as("the answer to ring").isEqualTo(new MessageData("whoIsThere", PAYLOAD));
    }

    @Test
    @Order(2)
    @DisplayName("a method that is not marked @FromPeer is not called, not even one that takes a peer and a payload")
    void unmarked(Transcript transcript) {
        transcript.suspect("lets-in-what-is-not-marked");
        refused(transcript, "it is not marked @FromPeer", "emptySafe", "openBackDoor", "visible", "helper", "called");
        transcript.suspect("takes-any-annotation");
        refused(transcript, "it carries another mark than @FromPeer", "oldDoor");
    }

    @Test
    @Order(3)
    @DisplayName("a static method does not belong to the object, and is not called")
    void statics(Transcript transcript) {
        transcript.suspect("lets-in-static-methods");
        refused(transcript, "it is static", "neighbour", "main");
    }

    @Test
    @Order(4)
    @DisplayName("a method that does not return MessageData is not called, even if it is marked")
    void wrongReturnType(Transcript transcript) {
        transcript.suspect("lets-in-other-return-types");
        refused(transcript, "it does not return MessageData", "nothing", "text", "anything");
    }

    @Test
    @Order(5)
    @DisplayName("a method that takes other parameters than a peer and a payload is not called, even if it is marked")
    void wrongParameters(Transcript transcript) {
        transcript.suspect("ignores-parameters");
        refused(transcript, "it takes other parameters", "none", "fewer", "more", "swapped", "wide", "narrow");
    }

    @Test
    @Order(6)
    @DisplayName("what the handlers' class inherits is not called, whoever marked it")
    void inherited(Transcript transcript) {
        transcript.suspect("lets-in-what-is-inherited");
        refused(transcript, "the handlers' own class does not declare it", "heirloom", "promise", "unmarkedHeirloom");
        refused(transcript, "it is not marked @FromPeer in the handlers' own class", "heirloomChanged");
    }

    @Test
    @Order(7)
    @DisplayName("what every object has is not called")
    void methodsOfObject(Transcript transcript) {
        transcript.suspect("lets-in-what-is-inherited");
        refused(
                transcript,
                "every object has it, and it is not for peers",
                "getClass",
                "wait",
                "notify",
                "notifyAll",
                "hashCode",
                "toString",
                "equals",
                "clone",
                "finalize");
    }

    @Test
    @Order(8)
    @DisplayName("names that only the compiler gives are not called")
    void namesOfTheCompiler(Transcript transcript) {
        refused(
                transcript,
                "no method for peers has that name",
                "<init>",
                "<clinit>",
                "House",
                "this$0",
                "lambda$new$0",
                "ingchain.message.Message.latestBlock",
                "ring()");
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(9)
    @DisplayName("a peer that asks for what is not for it is closed, and others are answered as before")
    void endToEnd(Wire wire, CapturedLog log, Transcript transcript, Cleanup cleanup) throws Exception {
        House house = new House();
        Wire.Door door = wire.open(new MessageHandler(house, log), log, transcript, cleanup);
        Line good = door.connect("the good peer");
        for (String type : List.of("\"emptySafe\"", "\"toString\"", "\"heirloom\"", "null", "5", "[\"ring\"]", "{}")) {
            Line bad = door.connect("a bad peer");
            bad.send("{\"type\":" + type + ",\"payload\":{}}");
            bad.expectClosed();
        }
        Line bad = door.connect("a bad peer");
        bad.send("{\"payload\":{}}");
        bad.expectClosed();
        good.send("ring", "A");
        good.expect("whoIsThere", "A");
        assertThat(house.called()).as("what was called").containsExactly("ring");
        assertThat(log.lines().stream().filter(line -> line.contains("broke the protocol")))
                .as("a log line for each bad peer")
                .hasSize(8);
    }

    private static void refused(Transcript transcript, String because, String... types) {
        for (String type : types) {
            House house = new House();
            MessageData answer = null;
            boolean refused = false;
            try {
                answer = new Dispatcher(house).dispatch(PEER, new MessageData(type, PAYLOAD));
            } catch (ProtocolException e) {
                refused = true;
            } catch (ClassCastException e) {
                // The method was called, and its answer is none.
            }
            String step = "a peer sends a message of type \"" + type + "\"";
            if (!house.called().isEmpty()) {
                throw new CheckpointFailure(step + ", and so called " + house.called() + ", though " + because);
            }
            if (!refused) {
                throw new CheckpointFailure(step + ", and dispatch returned " + answer
                        + " instead of a ProtocolException, though " + because);
            }
            transcript.step(step + ": it is refused, for " + because);
        }
    }
}
