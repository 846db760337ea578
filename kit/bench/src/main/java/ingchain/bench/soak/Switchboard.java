package ingchain.bench.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines between nodes on one machine, so that some can be cut. All nodes listen on {@value #NODES}, each on a port
 * of its own, and here the same port of 127.0.0.1 is answered and passed on. That is the address that nodes know of each
 * other, whether they were told of it or found it themselves, so no line leads past the switchboard. Who calls is seen
 * from the port in the greeting.
 *
 * <p>A call over a cut line is answered and led nowhere, as in a network that drops packets.
 */
final class Switchboard implements AutoCloseable {
    /** Where the nodes really listen. Linux has all of 127.0.0.0/8; elsewhere the address has to be added first. */
    static final String NODES = "127.0.0.2";

    private static final Pattern OWN_PORT = Pattern.compile("\"port\":(\\d+)");
    private static final int MOST_OF_GREETING = 1_000;
    private static final int GREETING_MILLIS = 10_000;

    private final List<ServerSocket> sockets = new ArrayList<>();
    private final Set<Line> lines = new HashSet<>();
    private Set<Integer> side = Set.of(); // the ports that have no line to any other

    /** A call; {@code there} is null where it is led nowhere. */
    private record Line(int from, int to, Socket here, Socket there) {
        void cut() {
            closeQuietly(here);
            closeQuietly(there);
        }
    }

    /** @param nodes how many there will be */
    Switchboard(int nodes) throws IOException {
        for (int i = 0; i < nodes; i++) {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            sockets.add(socket);
            start(() -> answer(socket));
        }
    }

    /** The port of a node: both the one that it listens on and the one that the others call. */
    int port(int node) {
        return sockets.get(node).getLocalPort();
    }

    /** Cuts all lines between some nodes and the others. */
    synchronized void split(Set<Integer> nodes) {
        side = new HashSet<>(nodes.stream().map(this::port).toList());
        cutWhere(line -> isCut(line.from, line.to));
    }

    /** Mends all lines. */
    synchronized void mend() {
        side = Set.of();
        cutWhere(line -> line.there == null);
    }

    private void cutWhere(Predicate<Line> condition) {
        lines.stream().filter(condition).forEach(Line::cut);
        lines.removeIf(condition);
    }

    private boolean isCut(int from, int to) {
        return side.contains(from) != side.contains(to);
    }

    private void answer(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                start(() -> connect(caller, socket.getLocalPort()));
            } catch (IOException e) {
                // Closed; or a caller that is gone already.
            }
        }
    }

    private void connect(Socket caller, int to) {
        try {
            caller.setSoTimeout(GREETING_MILLIS);
            String greeting = greeting(caller.getInputStream());
            caller.setSoTimeout(0);
            Matcher port = OWN_PORT.matcher(greeting);
            Line line = open(caller, port.find() ? Integer.parseInt(port.group(1)) : 0, to);
            if (line.there != null) {
                line.there.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
                start(() -> pass(line, line.there, line.here));
                pass(line, line.here, line.there);
            }
        } catch (IOException e) {
            closeQuietly(caller); // nobody is there, or the caller says nothing
        }
    }

    private static String greeting(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("}}") < 0 && text.length() < MOST_OF_GREETING) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the caller is gone");
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private synchronized Line open(Socket caller, int from, int to) throws IOException {
        Line line = new Line(from, to, caller, isCut(from, to) ? null : node(to));
        lines.add(line);
        return line;
    }

    private static Socket node(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(NODES, port), GREETING_MILLIS);
        return socket;
    }

    private void pass(Line line, Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One end is gone, or the line was cut.
        }
        line.cut();
        synchronized (this) {
            lines.remove(line);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "switchboard");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        synchronized (this) {
            cutWhere(line -> true);
        }
    }
}
