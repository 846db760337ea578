package ingchain.node.peer;

import ingchain.node.limits.Discipline;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Rule;

/**
 * Goes round every second and drops whoever lets us wait too long. A peer that says nothing does not make anything happen
 * by which we could notice.
 */
public final class Watchman {
    private static final int ROUND_MILLIS = 1_000;

    /** Asked after this part of the time that a peer may be silent. */
    private static final int ASKED_AFTER = 3;

    private final Company company;
    private final Patience patience;
    private final Discipline discipline;
    private final Desk desk;

    /** @param desk on which the rounds are made */
    public Watchman(Company company, Patience patience, Discipline discipline, Desk desk) {
        this.company = company;
        this.patience = patience;
        this.discipline = discipline;
        this.desk = desk;
    }

    /** Makes rounds from now on. */
    public void start() {
        desk.later(Math.min(ROUND_MILLIS, patience.handshake() / 2), () -> {
            company.peers().forEach(this::look);
            start();
        });
    }

    private void look(NodePeer peer) {
        long silent = peer.silentMillis();
        if (peer.kind() == NodePeer.Kind.UNKNOWN && silent > patience.handshake()) {
            discipline.drop(peer, new Offence(Rule.HANDSHAKE, "it has not said a word"));
        } else if (peer.gate().messageMillis() > patience.message()) {
            discipline.drop(peer, new Offence(Rule.MESSAGE_TIME, "it does not end a message that it has begun"));
        } else if (silent > patience.idle()) {
            discipline.drop(peer, new Offence(Rule.IDLE, "it does not answer any more"));
        } else if (silent > patience.idle() / ASKED_AFTER && peer.kind() != NodePeer.Kind.UNKNOWN) {
            peer.askOnce();
        }
    }
}
