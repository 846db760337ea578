package ingchain.node.limits;

import ingchain.network.Peer;
import java.util.function.Consumer;

/** What happens to a peer that breaks a rule: it is dropped, and the log says which rule. */
public final class Discipline {
    private final Consumer<String> log;

    /** @param log takes a line for each offence */
    public Discipline(Consumer<String> log) {
        this.log = log;
    }

    /** Drops a peer. */
    public void drop(Peer peer, Offence offence) {
        log.accept("[!] " + peer.address() + " broke rule " + offence.rule() + ": " + offence.getMessage());
        peer.close();
    }
}
