package ingchain.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.network.Peer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Handlers with one method that peers may call, and many that they may not. Each notes that it was called. */
@SuppressWarnings("unused") // a peer's message may name any of them
final class House extends OldHouse implements Promising {
    private final Supplier<String> nameless = () -> note("a lambda").type();

    @FromPeer
    MessageData ring(Peer peer, JsonElement payload) {
        note("ring");
        return new MessageData("whoIsThere", payload);
    }

    MessageData emptySafe(Peer peer, JsonElement payload) {
        return note("emptySafe");
    }

    private MessageData openBackDoor(Peer peer, JsonElement payload) {
        return note("openBackDoor");
    }

    public MessageData visible(Peer peer, JsonElement payload) {
        return note("visible");
    }

    @Deprecated
    MessageData oldDoor(Peer peer, JsonElement payload) {
        return note("oldDoor");
    }

    MessageData helper() {
        return note("helper");
    }

    @FromPeer
    static MessageData neighbour(Peer peer, JsonElement payload) {
        return noteStatic("neighbour");
    }

    public static void main(String[] args) {
        noteStatic("main");
    }

    @FromPeer
    void nothing(Peer peer, JsonElement payload) {
        note("nothing");
    }

    @FromPeer
    String text(Peer peer, JsonElement payload) {
        return note("text").type();
    }

    @FromPeer
    Object anything(Peer peer, JsonElement payload) {
        return note("anything");
    }

    @FromPeer
    MessageData none() {
        return note("none");
    }

    @FromPeer
    MessageData fewer(Peer peer) {
        return note("fewer");
    }

    @FromPeer
    MessageData more(Peer peer, JsonElement payload, String more) {
        return note("more");
    }

    @FromPeer
    MessageData swapped(JsonElement payload, Peer peer) {
        return note("swapped");
    }

    @FromPeer
    MessageData wide(Object peer, Object payload) {
        return note("wide");
    }

    @FromPeer
    MessageData narrow(SilentPeer peer, JsonObject payload) {
        return note("narrow");
    }

    @Override
    MessageData heirloomChanged(Peer peer, JsonElement payload) {
        return note("heirloomChanged");
    }

    @Override
    public String toString() {
        return note("toString").type();
    }

    @Override
    public int hashCode() {
        note("hashCode");
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        note("equals");
        return this == other;
    }
}

/** What the house inherits. */
class OldHouse {
    private static final List<String> CALLED_STATIC = new CopyOnWriteArrayList<>();

    private final List<String> called = new CopyOnWriteArrayList<>();

    OldHouse() {
        CALLED_STATIC.clear();
    }

    List<String> called() {
        return CALLED_STATIC.isEmpty() ? List.copyOf(called) : List.copyOf(CALLED_STATIC);
    }

    @FromPeer
    public MessageData heirloom(Peer peer, JsonElement payload) {
        return note("heirloom");
    }

    public MessageData unmarkedHeirloom(Peer peer, JsonElement payload) {
        return note("unmarkedHeirloom");
    }

    @FromPeer
    MessageData heirloomChanged(Peer peer, JsonElement payload) {
        return note("heirloomChanged, of the superclass");
    }

    final MessageData note(String method) {
        called.add(method);
        return new MessageData(method, null);
    }

    static MessageData noteStatic(String method) {
        CALLED_STATIC.add(method);
        return new MessageData(method, null);
    }
}

/** An interface brings methods along, too. */
interface Promising {
    @FromPeer
    default MessageData promise(Peer peer, JsonElement payload) {
        return ((House) this).note("promise");
    }
}
