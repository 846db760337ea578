package ingchain.server;

import ingchain.exercise.ExerciseNotDone;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Listens for peers and hands each connection to a {@link ConnectionHandler}.
 *
 * <p>Peers are strangers. Some are slow, some break off in the middle, some never say a word; none of them may keep the
 * others from being served. So each connection has a thread of its own, and what goes wrong on it ends there.
 */
public final class PeerServer implements AutoCloseable {
    private final ConnectionHandler handler;
    private final Consumer<String> log;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening; // null until listen() is called
    private volatile boolean closed;

    /**
     * @param handler what to do with each connection
     * @param log takes one line for each thing that a person may want to know
     */
    public PeerServer(ConnectionHandler handler, Consumer<String> log) {
        this.handler = handler;
        this.log = log;
    }

    /**
     * Starts to listen and returns at once; connections are accepted in the background.
     *
     * @param host the address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for whoever can reach it
     * @param port 0 to 65535; 0 takes any free one
     * @return the port that is really listened on
     * @throws BindException where the port is in use; its message names the port
     * @throws IOException where this machine has no such address
     */
    public int listen(String host, int port) throws IOException {
        try {
            return bind(host, port);
        } catch (BindException e) {
            throw portInUse(host, port, e);
        }
    }

    private int bind(String host, int port) throws IOException {
        // Exercise 1.1. Make a ServerSocket that is bound to this host and port, and keep it in `listening`. Start
        // acceptLoop() with startThread(...), so that this method can return while it runs. Return the port.
        throw new ExerciseNotDone("1.1 bind and report the real port");
    }

    /** Runs on a thread of its own from listen() to close(). */
    private void acceptLoop() {
        // Exercise 1.2. Accept one connection after the other until `listening` is closed, and call serve(connection)
        // for each, on a thread of its own (startThread): a peer that takes its time must not keep the next one
        // waiting. A connection that cannot be accepted is a line in the log, and no reason to stop.
        throw new ExerciseNotDone("1.2 accept, each connection on its own thread");
    }

    /**
     * Serves one connection on the thread that calls, until the handler is done with it. It makes no difference who
     * dialled.
     *
     * @param connection is closed in the end, whatever happens
     */
    public void serve(Socket connection) {
        open.add(connection);
        try {
            if (closed) {
                closeQuietly(connection); // it came in just as close() was at work
            } else {
                handle(connection);
            }
        } finally {
            open.remove(connection);
        }
    }

    private void handle(Socket connection) {
        // Exercise 1.3. Call handler.handle(connection) and be ready for anything: it may throw, and the peer may reset
        // the connection in the middle. Then the log gets one line that starts with "[!]" and says what happened;
        // nothing is thrown on. And however it ends, well or badly: afterwards the connection is closed.
        ExerciseNotDone.skip("1.3 survive a handler that throws and a peer that resets");
        try {
            handler.handle(connection);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Stops listening and closes all connections. The port is free as soon as the system has woken the thread that
     * waits in accept(), a moment later. A second call does nothing.
     */
    @Override
    public void close() {
        // Exercise 1.4. Set `closed`, close what listens (there may be nothing yet) and every connection in `open`.
        // closeQuietly(...) is there to help. What fails only because of that is no trouble: see to it that 1.2 and 1.3
        // do not log it, and that no thread goes on. Then look at portInUse below.
        ExerciseNotDone.skip("1.4 close, and say which port is in use");
    }

    private static BindException portInUse(String host, int port, BindException cause) {
        // Exercise 1.4, too. "Address already in use": which one? Return an exception whose message says that the port
        // is in use, names host and port, and tells what to do about it.
        ExerciseNotDone.skip("1.4 close, and say which port is in use");
        return cause;
    }

    private static void startThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is of no use any more, and there is nothing that anybody could do.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
