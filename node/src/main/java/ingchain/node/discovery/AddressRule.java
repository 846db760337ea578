package ingchain.node.discovery;

import ingchain.program.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which addresses a peer may tell us of.
 *
 * <p>The attack: a stranger on the internet tells us that there is a peer at 127.0.0.1:6379 or at a printer in our own
 * network, and we call there, from inside, as the stranger could not. So nobody tells us of an address that is more
 * private than his own. And a name instead of an address would have us ask the name server of his choice.
 */
final class AddressRule {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]+");
    private static final int UNIQUE_LOCAL = 0xfc; // fc00::/7 of IPv6

    private enum Reach {
        THIS_MACHINE,
        THIS_NETWORK,
        EVERYWHERE
    }

    private AddressRule() {}

    /**
     * @param told an address that a peer says there is a peer at
     * @param teller the host of that peer
     */
    static boolean allows(HostPort told, String teller) {
        Reach reach = reach(told.host());
        Reach own = reach(teller);
        return reach != null && own != null && reach.compareTo(own) >= 0;
    }

    /** Null where it is no address that can be called. */
    private static Reach reach(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return null;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
                return null;
            }
            if (address.isLoopbackAddress()) {
                return Reach.THIS_MACHINE;
            }
            boolean uniqueLocal = address.getAddress().length > 4 && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
            return address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal
                    ? Reach.THIS_NETWORK
                    : Reach.EVERYWHERE;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
