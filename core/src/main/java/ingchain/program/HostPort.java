package ingchain.program;

/**
 * Where a node listens.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
    /**
     * @param text such as "127.0.0.1:8555", "localhost:8555" or "[::1]:8555"
     * @throws IllegalArgumentException whose message is for the user, where it is not of that form
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
            int port = Integer.parseInt(text.substring(colon + 1));
            if (!host.isBlank() && port >= 1 && port <= 65_535) {
                return new HostPort(host, port);
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // the sentence below says it
        }
        throw new IllegalArgumentException("a peer is given as HOST:PORT, such as 127.0.0.1:8555, not " + text);
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
