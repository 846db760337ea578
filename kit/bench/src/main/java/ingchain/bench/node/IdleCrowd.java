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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many peers that are connected and have nothing to say: each greets, and answers the question for its latest block. After
 * that it only waits. All of them on one thread of ours.
 */
final class IdleCrowd implements AutoCloseable {
    private static final String ANSWER =
            MessageData.of("allBlock", Genesis.BLOCK).toJson();

    private final Selector selector = Selector.open();
    private final List<SocketChannel> peers = new ArrayList<>();
    private final CountDownLatch unanswered;
    private final Thread thread = new Thread(this::answer, "idle crowd");

    /** Connects that many peers with a node. */
    IdleCrowd(HostPort node, int size) throws IOException {
        unanswered = new CountDownLatch(size);
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

    /**
     * Waits until the node has shown its block to each of them, which is all that there is to say: from then on they are
     * idle.
     *
     * @throws TimeoutException where it has not, after that long
     */
    void awaitIdle(Duration most) throws InterruptedException, TimeoutException {
        if (!unanswered.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(
                    unanswered.getCount() + " peers have no answer after " + most.toSeconds() + " s");
        }
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
                        continue;
                    }
                    // A node writes each message at once, and two of them may be read together.
                    String said = StandardCharsets.UTF_8.decode(heard.flip()).toString();
                    if (said.contains("\"latestBlock\"")) {
                        peer.write(StandardCharsets.UTF_8.encode(ANSWER));
                    }
                    if (said.contains("\"allBlock\"")) {
                        unanswered.countDown();
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException e) {
            // The node has hung up, or it is over. Whoever counts the node's peers will see it.
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel peer : peers) {
            peer.close();
        }
    }
}
