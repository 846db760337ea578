package ingchain.node;

import ingchain.program.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;

/** Listens where the owner wants it, and says what he can do where that is not possible. */
final class Listening {
    private Listening() {}

    /** Whoever listens. */
    interface Listener {
        /** @return the port that is really listened on */
        int listen(String host, int port) throws IOException;
    }

    /**
     * @param whom who is to call there, for a person
     * @param option with which the owner chooses the port
     * @return where it really listens
     * @throws IOException where it cannot; its message is a sentence
     */
    static HostPort on(HostPort asked, String whom, String option, Listener listener) throws IOException {
        try {
            return new HostPort(asked.host(), listener.listen(asked.host(), asked.port()));
        } catch (IOException e) {
            throw new IOException("Cannot listen for " + whom + " on " + asked + reason(asked, option), e);
        }
    }

    private static String reason(HostPort asked, String option) {
        return isHere(asked.host())
                ? ": the port is in use, or not ours to take. Stop the program that has it, or choose another with "
                        + option + "."
                : ": this machine has no such address. Choose another with --host or --http-host.";
    }

    /** Whether somebody can listen on an address of that name. */
    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
