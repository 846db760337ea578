package ingchain.network;

import ingchain.program.HostPort;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * A peer behind a TCP connection.
 *
 * <p>Messages wait in a queue and are written in the background, each by one write. Two nodes that send each other long
 * chains at the same time would otherwise wait for each other for ever: each would write, and neither would read.
 */
public final class SocketPeer implements Peer {
    /** A peer that lets this much pile up does not read. Room for two of the longest messages that a peer accepts. */
    public static final int MAX_QUEUED_BYTES = 32 * 1024 * 1024;

    /** Threads come and go with the messages, so that a thousand silent peers cost nothing. */
    private static final Executor WRITERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "write");
        thread.setDaemon(true);
        return thread;
    });

    private final Socket socket;
    private final String address;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean writing;

    /** @param socket connected */
    public SocketPeer(Socket socket) {
        this.socket = socket;
        this.address = new HostPort(socket.getInetAddress().getHostAddress(), socket.getPort()).toString();
        sendAtOnce(socket);
    }

    /** Or else the system holds small messages back, to gather more, until the peer has confirmed those before. */
    private static void sendAtOnce(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            // The connection has ended already; whoever reads from it finds out.
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        if (socket.isClosed()) {
            throw new IOException("the connection with " + address + " is closed");
        }
        if (queuedBytes + bytes.length > MAX_QUEUED_BYTES) {
            throw new IOException(address + " does not read: " + queuedBytes + " bytes are waiting for it");
        }
        queue.add(bytes);
        queuedBytes += bytes.length;
        if (!writing) {
            writing = true;
            WRITERS.execute(this::writeQueue);
        }
    }

    /** How many bytes the peer has not taken yet. */
    public synchronized long queuedBytes() {
        return queuedBytes;
    }

    private void writeQueue() {
        try {
            for (byte[] bytes = next(0); bytes != null; bytes = next(bytes.length)) {
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException e) {
            close(); // whoever reads from this peer now meets its end
        }
    }

    private synchronized byte[] next(int written) {
        queuedBytes -= written;
        byte[] bytes = queue.poll();
        writing = bytes != null;
        return bytes;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    @Override
    public String toString() {
        return address;
    }
}
