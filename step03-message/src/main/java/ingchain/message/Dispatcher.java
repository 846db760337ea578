package ingchain.message;

import com.google.gson.JsonElement;
import ingchain.exercise.ExerciseNotDone;
import ingchain.network.Peer;
import java.lang.reflect.Method;

/**
 * Calls the method that a message's type names. A new kind of message then takes a new method and nothing else: no list
 * of types to keep, no chain of ifs.
 *
 * <p>It is also a door, and strangers stand before it: the type comes from the peer. In the article's program a peer
 * can call any method that the object has. Here only those marked {@link FromPeer} can be called.
 */
public final class Dispatcher {
    private final Object handlers;

    /** @param handlers the object whose methods take the messages */
    public Dispatcher(Object handlers) {
        this.handlers = handlers;
    }

    /**
     * Calls the method that has the message's type as its name, and takes a {@link Peer} and a {@link JsonElement}.
     *
     * @param peer who sent the message
     * @return the answer, or null where there is none
     * @throws ProtocolException where there is no such method for peers, or the method itself throws it
     */
    public MessageData dispatch(Peer peer, MessageData message) throws ProtocolException {
        // Exercise 3.2. Look through the methods that the handlers' own class declares for one with the right name and
        // the right parameters for which isForPeers(method) holds, and call it. The class need not be public, so see
        // setAccessible(true). What the method throws comes wrapped: unwrap it, and throw a ProtocolException or a
        // RuntimeException on as it is; whatever else it is must not get lost, make it the cause of a RuntimeException.
        // Where there is no such method, throw a ProtocolException that names the type.
        throw new ExerciseNotDone("3.2 choose the handler method by reflection on the type name");
    }

    // Exercise 3.2. Methods that help you have room here.

    /** Whether a peer may call this method. */
    private static boolean isForPeers(Method method) {
        // Exercise 3.3. A peer may call a method only if it is marked @FromPeer, belongs to the object (is not static)
        // and returns MessageData. Everything else is not there for a peer, whatever its name is.
        ExerciseNotDone.skip("3.3 let a peer reach only the methods meant for it");
        return true;
    }
}
