package ingchain.message;

import com.google.gson.JsonElement;
import ingchain.network.Peer;
import java.util.ArrayList;
import java.util.List;

/** Handlers whose every method is meant for peers; some have what no peer can hand over. */
final class Greetings {
    final List<String> called = new ArrayList<>();
    final ProtocolException broken = new ProtocolException("on purpose");
    final RuntimeException failure = new IllegalStateException("on purpose");
    final Error error = new StackOverflowError("on purpose");
    Peer peer;
    JsonElement payload;

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
    MessageData curtsy(JsonElement words, Peer from) {
        called.add("curtsy(JsonElement, Peer)");
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
