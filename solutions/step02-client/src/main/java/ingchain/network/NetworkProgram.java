package ingchain.network;

import ingchain.program.Arguments;
import ingchain.program.HostPort;
import ingchain.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The article's two nodes: start one, then another that dials it, and see both greet. */
public final class NetworkProgram {
    private NetworkProgram() {}

    /**
     * @param args {@code --host 127.0.0.1 --port 8555 --peer HOST:PORT --seconds N}; {@code --peer} as often as you
     *     like
     */
    public static void main(String[] args) {
        Program.run(args, List.of("--host", "--port", "--peer"), NetworkProgram::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException {
        PeerHandler show = (peer, data) ->
                System.out.println(peer.address() + " says " + new String(data, StandardCharsets.UTF_8));
        P2PNetwork network = new P2PNetwork(show, P2PNetwork.GREETING, System.out::println);
        listenAndDial(network, arguments);
        return network;
    }

    /** Listens on {@code --host} and {@code --port}, and dials every {@code --peer}. */
    public static void listenAndDial(P2PNetwork network, Arguments arguments) throws IOException {
        String host = arguments.text("--host", "127.0.0.1");
        List<HostPort> peers =
                arguments.all("--peer").stream().map(HostPort::parse).toList();
        System.out.println("listening on " + host + ":" + network.listen(host, arguments.port(8555)));
        for (HostPort peer : peers) {
            network.connect(peer.host(), peer.port());
        }
    }
}
