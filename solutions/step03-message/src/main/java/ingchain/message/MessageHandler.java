package ingchain.message;

import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Joins the parts: bytes go in, the framer makes messages of them, the dispatcher calls a method, its answer goes back
 * to the peer.
 */
public final class MessageHandler implements PeerHandler {
    private final Dispatcher dispatcher;
    private final Consumer<String> log;
    private final Map<Peer, MessageFramer> framers = new ConcurrentHashMap<>();

    /**
     * @param handlers the object whose {@link FromPeer} methods take the messages: a {@link Message}
     * @param log takes a line for each peer that breaks the protocol
     */
    public MessageHandler(Object handlers, Consumer<String> log) {
        this.dispatcher = new Dispatcher(handlers);
        this.log = log;
    }

    @Override
    public Peer opened(Peer peer) {
        framers.put(peer, new MessageFramer());
        return peer;
    }

    //> received
    @Override
    public void received(Peer peer, byte[] data) {
        try {
            for (String text : framers.get(peer).feed(data)) {
                MessageData answer = dispatcher.dispatch(peer, MessageData.parse(text));
                if (answer != null) {
                    peer.send(answer.toJson());
                }
            }
        } catch (ProtocolException e) {
            log.accept("[!] " + peer.address() + " broke the protocol: " + e.getMessage());
            peer.close();
        } catch (IOException e) {
            log.accept("[!] " + e.getMessage());
            peer.close();
        }
    }
    //< received

    @Override
    public void closed(Peer peer) {
        framers.remove(peer);
    }
}
