package ingchain.node.peer;

import ingchain.consensus.InvalidBlock;
import ingchain.message.ProtocolException;
import ingchain.node.limits.Offence;

/** Takes messages of one type that only nodes of this kind know. Called on the connection's thread. */
@FunctionalInterface
public interface FellowHandler {
    /**
     * @param message the whole text
     * @throws ProtocolException where it is not of the form of its type
     * @throws InvalidBlock where a block in it breaks a rule
     * @throws Offence where it breaks another rule
     */
    void take(NodePeer peer, String message) throws ProtocolException, InvalidBlock, Offence;
}
