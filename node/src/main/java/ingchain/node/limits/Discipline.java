package ingchain.node.limits;

import ingchain.network.Peer;
import ingchain.node.event.Events;
import ingchain.program.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What happens to a peer that breaks a rule: it is dropped, its address is kept out for a while, and the log says which
 * rule.
 *
 * <p>What is its address? On a network, its host: it can choose its port anew with every call. But on this very machine,
 * 127.0.0.1 is everybody: a class tries out its nodes there, and one that misbehaves must not lock out all others, itself
 * included once it is mended. So of a loopback address host and port are kept out together. For a peer that we called
 * that is where it listens, and we do not call it for a while. One that called us comes from another port next time, and
 * only its connection is lost.
 *
 * <p>Thread-safe.
 */
public final class Discipline {
    /** How long an address is kept out, in milliseconds: long enough to make an attack slow, short enough for a mistake. */
    public static final long KEPT_OUT_MILLIS = 10 * 60_000;

    /** Most addresses that are kept out at once; the oldest come in again first. */
    public static final int MAX_KEPT_OUT = 1_000;

    private final Map<String, Long> until = new LinkedHashMap<>();
    private final EnumMap<Rule, Long> counts = new EnumMap<>(Rule.class);
    private final LongSupplier millis;
    private final Events events;

    /**
     * @param millis what time it is
     */
    public Discipline(LongSupplier millis, Events events) {
        this.millis = millis;
        this.events = events;
    }

    /** Drops a peer. */
    public void drop(Peer peer, Offence offence) {
        punish(peer, offence);
        peer.close();
    }

    private synchronized void punish(Peer peer, Offence offence) {
        counts.merge(offence.rule(), 1L, Long::sum);
        events.tell("offence", "peer", peer.address(), "rule", offence.rule(), "detail", offence.getMessage());
        if (offence.rule().keepsOut()) {
            String key = key(HostPort.parse(peer.address()));
            until.remove(key);
            until.put(key, millis.getAsLong() + KEPT_OUT_MILLIS);
            if (until.size() > MAX_KEPT_OUT) {
                Iterator<String> oldest = until.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Whether an address is kept out now. */
    public synchronized boolean keepsOut(HostPort address) {
        Long end = until.get(key(address));
        return end != null && millis.getAsLong() < end;
    }

    /** How often each rule was broken; a copy, without those that never were. */
    public synchronized Map<Rule, Long> counts() {
        return new EnumMap<>(counts);
    }

    private static String key(HostPort address) {
        return isLoopback(address.host()) ? address.toString() : address.host();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
