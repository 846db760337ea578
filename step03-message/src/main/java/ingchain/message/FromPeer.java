package ingchain.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that a peer may call, by sending a message whose type is the method's name. Such a method takes the
 * peer and the payload and returns the answer, or null for none:
 *
 * <pre>{@code
 * @FromPeer
 * MessageData latestBlock(Peer peer, JsonElement payload) throws ProtocolException
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FromPeer {}
