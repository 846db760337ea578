package ingchain.bench.node;

import ingchain.block.Genesis;
import ingchain.message.MessageData;
import ingchain.network.P2PNetwork;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many peers that are connected and have nothing to say: each greets, and answers the question for its latest block. All
 * of them on one thread of ours.
 */
final class IdleCrowd implements AutoCloseable {
    private static final String ANSWER =
            MessageData.of("allBlock", Genesis.BLOCK).toJson();

    private final Selector selector = Selector.open();
    private final List<SocketChannel> peers = new ArrayList<>();
    private final Thread thread = new Thread(this::answer, "idle crowd");

    /** Connects that many peers with a node. */
    IdleCrowd(HostPort node, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            SocketChannel peer = SocketChannel.open(new InetSocketAddress(node.host(), node.port()));
            peers.add(peer);
            peer.write(StandardCharsets.UTF_8.encode(P2PNetwork.GREETING));
            peer.configureBlocking(false);
            peer.register(selector, SelectionKey.OP_READ);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void answer() {
        ByteBuffer heard = ByteBuffer.allocate(1 << 16);
        try {
            while (selector.isOpen()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    heard.clear();
                    SocketChannel peer = (SocketChannel) key.channel();
                    if (peer.read(heard) < 0) {
                        peer.close();
                    } else if (isQuestion(heard.flip())) {
                        peer.write(StandardCharsets.UTF_8.encode(ANSWER));
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException e) {
            // The node has hung up, or it is over. Whoever counts the node's peers will see it.
        }
    }

    private static boolean isQuestion(ByteBuffer heard) {
        return StandardCharsets.UTF_8.decode(heard).toString().contains("\"latestBlock\"");
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel peer : peers) {
            peer.close();
        }
    }
}
