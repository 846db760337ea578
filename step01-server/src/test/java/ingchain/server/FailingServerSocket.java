package ingchain.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A server socket that for a while cannot accept, as one cannot on a machine that has run out of file handles: nothing
 * that a peer does makes accept() fail. It takes the place of another one.
 */
final class FailingServerSocket extends ServerSocket {
    private final ServerSocket real;
    private final int failingMillis;
    private long failsUntil; // by System.nanoTime(); 0 before the first call

    FailingServerSocket(ServerSocket real, int failingMillis) throws IOException {
        this.real = real;
        this.failingMillis = failingMillis;
    }

    /** Fails from the first call on, for as long as it was made to. */
    @Override
    public Socket accept() throws IOException {
        long now = System.nanoTime();
        if (failsUntil == 0) {
            failsUntil = now + failingMillis * 1_000_000L;
        }
        if (now - failsUntil < 0 && !real.isClosed()) {
            throw new SocketException("Too many open files");
        }
        return real.accept();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    @Override
    public boolean isClosed() {
        return real.isClosed();
    }

    @Override
    public boolean isBound() {
        return real.isBound();
    }

    @Override
    public int getLocalPort() {
        return real.getLocalPort();
    }

    @Override
    public InetAddress getInetAddress() {
        return real.getInetAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return real.getLocalSocketAddress();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        real.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws IOException {
        return real.getSoTimeout();
    }
}
