package ingchain.node.sync;

import ingchain.Ingchain;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.message.ProtocolException;
import ingchain.node.chain.FutureRule;
import ingchain.node.chain.Intake;
import ingchain.node.chain.Ledger;
import ingchain.node.chain.Reorganisation;
import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Patience;
import ingchain.node.message.Blocks;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.NewBlock;
import ingchain.node.peer.Desk;
import ingchain.node.peer.NodePeer;
import ingchain.node.peer.PeerWatch;
import java.util.Collection;
import java.util.function.Supplier;

/** The messages about blocks that only nodes of this kind know. */
public final class SyncMessages implements AutoCloseable {
    private final Ledger ledger;
    private final Runnable announce;
    private final Library library;
    private final Intake intake;
    private final Sync sync;

    /**
     * @param peers those that are connected
     * @param announce tells all peers of our tip
     */
    public SyncMessages(
            Ingchain ingchain,
            Ledger ledger,
            ForkChoice forkChoice,
            FutureRule futureRule,
            Supplier<? extends Collection<NodePeer>> peers,
            Discipline discipline,
            Patience patience,
            Runnable announce,
            Events events) {
        this.ledger = ledger;
        this.announce = announce;
        this.library = new Library(ingchain.chain(), ledger);
        this.intake = new Intake(ingchain, forkChoice, futureRule);
        Download.Tools tools = new Download.Tools(
                ingchain.chain(), forkChoice, futureRule, intake, new Reorganisation(ingchain, forkChoice));
        this.sync = new Sync(ledger, tools, peers, discipline, new Desk("sync", events), announce, patience.answer());
    }

    /** Names the handlers of these messages. */
    public void addTo(PeerWatch watch) {
        watch.on(Claim.TYPE, this::tip);
        watch.on(NewBlock.TYPE, this::newBlock);
        watch.on(GetBlocks.TYPE, this::getBlocks);
        watch.on(Blocks.TYPE, sync::blocks);
    }

    private void tip(NodePeer peer, String message) throws ProtocolException {
        peer.claims(Envelope.payload(message, Claim.TYPE, Claim.class));
        sync.consider();
    }

    private void newBlock(NodePeer peer, String message) throws ProtocolException, InvalidBlock {
        NewBlock news = Envelope.payload(message, NewBlock.TYPE, NewBlock.class);
        peer.hasBlock(news.block().previousHash());
        peer.claims(news.claim());
        if (intake.take(news.block()) == Intake.Outcome.APPENDED) {
            peer.wasUseful();
            announce.run();
        } else {
            sync.consider();
        }
    }

    private void getBlocks(NodePeer peer, String message) throws ProtocolException {
        GetBlocks request = Envelope.payload(message, GetBlocks.TYPE, GetBlocks.class);
        peer.hasBlock(request.locator().get(0));
        Blocks answer = library.answer(request);
        if (!answer.blocks().isEmpty()) {
            peer.hasBlock(answer.blocks().get(answer.blocks().size() - 1).hash());
        }
        peer.serve(Blocks.TYPE, answer);
    }

    /** A peer has gone. */
    public void gone(NodePeer peer) {
        sync.gone(peer);
    }

    @Override
    public void close() {
        sync.close();
    }
}
