package ingchain.node.discovery;

import ingchain.program.HostPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The peers that we have heard of.
 *
 * <p>The attack: a peer tells us of a hundred thousand addresses at which there is nobody, or only its own nodes, until
 * we know no others. So the book has few places, one teller gets few of them, what was never reached makes room for what
 * may be, and what we have reached ourselves stays.
 *
 * <p>Thread-safe.
 */
public final class AddressBook {
    /** Addresses at the most. A node keeps up eight calls; a thousand addresses are a network. */
    public static final int MAX_ADDRESSES = 1_000;

    /** Addresses that one host can put in: a sixteenth. */
    public static final int MAX_OF_ONE_TELLER = 64;

    /** Calls that lead to nothing before an address is forgotten that was never reached. */
    static final int MAX_FAILURES = 3;

    /** The same, for one that was. */
    static final int MAX_FAILURES_OF_REACHED = 20;

    private final Map<HostPort, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Long> stored;
    private final Random random;

    private static final class Entry {
        private final String teller;
        private boolean reached;
        private int failures;
        private long notBeforeMillis;

        private Entry(String teller) {
            this.teller = teller;
        }
    }

    /**
     * @param stored the addresses that were reached, with the time of that in milliseconds; kept up to date
     * @param random chooses among them
     */
    public AddressBook(Map<String, Long> stored, Random random) {
        this.stored = stored;
        this.random = random;
        for (String address : stored.keySet()) {
            Entry entry = new Entry("");
            entry.reached = true;
            entries.put(HostPort.parse(address), entry);
        }
    }

    /** Notes that there may be a peer at an address, as somebody at a host says. */
    synchronized void heard(HostPort address, String teller) {
        if (entries.containsKey(address)
                || entries.values().stream()
                                .filter(entry -> entry.teller.equals(teller))
                                .count()
                        >= MAX_OF_ONE_TELLER) {
            return;
        }
        if (entries.size() >= MAX_ADDRESSES && !makeRoom()) {
            return;
        }
        entries.put(address, new Entry(teller));
    }

    private boolean makeRoom() {
        for (Map.Entry<HostPort, Entry> oldest : entries.entrySet()) {
            if (!oldest.getValue().reached) {
                entries.remove(oldest.getKey());
                return true;
            }
        }
        return false;
    }

    /** Notes that a peer of our kind answers there. */
    synchronized void reached(HostPort address, long millis) {
        Entry entry = entries.get(address);
        if (entry == null) {
            heard(address, "");
            entry = entries.get(address);
        }
        if (entry != null) {
            entry.reached = true;
            entry.failures = 0;
            stored.put(address.toString(), millis);
        }
    }

    /**
     * Notes that a call there led to nothing: it is not due again for a while, and longer each time.
     *
     * @param millis now
     */
    synchronized void failed(HostPort address, long millis) {
        Entry entry = entries.get(address);
        if (entry == null) {
            return;
        }
        entry.notBeforeMillis = millis + Backoff.pauseMillis(entry.failures++);
        if (entry.failures >= (entry.reached ? MAX_FAILURES_OF_REACHED : MAX_FAILURES)) {
            forget(address);
        }
    }

    /** Forgets an address. */
    synchronized void forget(HostPort address) {
        entries.remove(address);
        stored.remove(address.toString());
    }

    /** Those that can be called at this time, in milliseconds, in random order; a copy. */
    synchronized List<HostPort> due(long millis) {
        return shuffled(entry -> entry.notBeforeMillis <= millis);
    }

    /** Those that were reached, in random order; a copy. */
    synchronized List<HostPort> reached() {
        return shuffled(entry -> entry.reached);
    }

    private List<HostPort> shuffled(Predicate<Entry> wanted) {
        List<HostPort> addresses = new ArrayList<>();
        entries.forEach((address, entry) -> {
            if (wanted.test(entry)) {
                addresses.add(address);
            }
        });
        Collections.shuffle(addresses, random);
        return addresses;
    }

    /** How many there are. */
    public synchronized int size() {
        return entries.size();
    }
}
