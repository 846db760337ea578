package ingchain.server;

import ingchain.program.Arguments;
import ingchain.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The article's first program: a node that listens and shows who comes and what they say. Try it with {@code nc
 * 127.0.0.1 8555}.
 */
public final class ServerProgram {
    private ServerProgram() {}

    /** @param args {@code --host 127.0.0.1 --port 8555 --seconds N} */
    public static void main(String[] args) {
        Program.run(args, List.of("--host", "--port"), ServerProgram::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException {
        PeerServer server = new PeerServer(ServerProgram::show, System.out::println);
        String host = arguments.text("--host", "127.0.0.1");
        int port = server.listen(host, arguments.port(8555));
        System.out.println("listening on " + host + ":" + port);
        return server;
    }

    private static void show(Socket connection) throws IOException {
        String peer = connection.getInetAddress().getHostAddress() + ":" + connection.getPort();
        System.out.println("[+] New Connection from " + peer);
        InputStream in = connection.getInputStream();
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            System.out.println(peer + " says " + new String(buffer, 0, count, StandardCharsets.UTF_8).strip());
        }
        System.out.println("[-] Connection from " + peer + " closed");
    }
}
