package ingchain.node.discovery;

import ingchain.program.HostPort;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those whom we want to be connected with, each once. Guarded by the {@link Dialler}. */
final class Targets {
    private final Map<HostPort, Target> targets = new HashMap<>();

    /** How many our owner has asked for. */
    long asked() {
        return targets.values().stream().filter(target -> target.asked).count();
    }

    int size() {
        return targets.size();
    }

    /** A copy, so that targets can come and go while somebody goes through it. */
    Collection<Target> all() {
        return List.copyOf(targets.values());
    }

    void put(Target target) {
        targets.put(target.address, target);
    }

    void putIfAbsent(Target target) {
        targets.putIfAbsent(target.address, target);
    }

    void remove(Target target) {
        targets.remove(target.address);
    }

    /** Whether an address is one of them, be it by name or as it was found out. */
    boolean include(HostPort address) {
        return targets.containsKey(address)
                || targets.values().stream()
                        .anyMatch(target -> address.toString().equals(target.resolved));
    }

    /** It is ourselves who answer at that HOST:PORT, and nobody calls himself. */
    void dropUs(String address) {
        for (Target target : all()) {
            if (address.equals(target.address.toString())) {
                remove(target);
            } else if (address.equals(target.resolved)) {
                target.resolved = null; // a name, which may stand for others, too
            }
        }
    }
}
