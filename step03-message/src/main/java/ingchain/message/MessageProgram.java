package ingchain.message;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.network.NetworkProgram;
import ingchain.network.P2PNetwork;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import ingchain.program.Arguments;
import ingchain.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A node that answers. Start one with {@code --mine 3}, dial it from another, and see the blocks move over. */
public final class MessageProgram {
    private static final int MOST_BLOCKS = 10_000;

    private MessageProgram() {}

    /** @param args as in {@link NetworkProgram}, and {@code --mine N}: how many blocks to mine before listening */
    public static void main(String[] args) {
        Program.run(args, List.of("--host", "--port", "--peer", "--mine"), MessageProgram::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException {
        Ingchain ingchain = new Ingchain();
        String miner = ingchain.wallet().create().account();
        for (int i = arguments.number("--mine", 0, MOST_BLOCKS); i > 0; i--) {
            ingchain.mine(miner);
        }
        AtomicReference<P2PNetwork> network = new AtomicReference<>();
        Message message = new Message(
                ingchain, new TrustingConsensus(ingchain), data -> network.get().broadcast(data.toJson()));
        PeerHandler handler = new Talkative(ingchain, new MessageHandler(message, System.out::println));
        network.set(new P2PNetwork(handler, P2PNetwork.GREETING, System.out::println));
        printTip(ingchain);
        NetworkProgram.listenAndDial(network.get(), arguments);
        return network.get();
    }

    private static void printTip(Ingchain ingchain) {
        Block tip = ingchain.chain().tip();
        System.out.println("height " + tip.height() + " tip " + tip.hash());
    }

    /** Shows what is said before it hands it on. */
    private record Talkative(Ingchain ingchain, PeerHandler handler) implements PeerHandler {
        private static final int SHOWN = 100;

        @Override
        public Peer opened(Peer peer) {
            return handler.opened(peer);
        }

        @Override
        public void received(Peer peer, byte[] data) {
            String text = new String(data, StandardCharsets.UTF_8);
            System.out.println(
                    peer.address() + " says " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text));
            Block before = ingchain.chain().tip();
            handler.received(peer, data);
            if (ingchain.chain().tip() != before) {
                printTip(ingchain);
            }
        }

        @Override
        public void closed(Peer peer) {
            handler.closed(peer);
        }
    }
}
