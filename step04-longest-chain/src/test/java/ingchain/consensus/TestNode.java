package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.network.PeerHandler;
import ingchain.transaction.InvalidTransaction;
import ingchain.wallet.Account;
import java.util.List;
import java.util.function.Consumer;

/** A node under test: a chain, the student's handling of it, and a name for the transcript. */
final class TestNode implements TestNetwork.Member {
    private final TestNetwork network;
    private final Transcript transcript;
    private final String name;
    private final Ingchain ingchain;
    private final ChainSync sync;
    private volatile boolean speaksUnderTheLock;

    /** A node of the given network, where it stays alone until it is connected. */
    TestNode(TestNetwork network, String name, TestChain chain) {
        this(network, name, chain, ForkChoice.LONGEST);
    }

    TestNode(TestNetwork network, String name, TestChain chain, ForkChoice forkChoice) {
        this.network = network;
        this.transcript = network.transcript();
        this.name = name;
        this.ingchain = chain.ingchain();
        Consumer<String> broadcast = text -> {
            speaksUnderTheLock |= Thread.holdsLock(ingchain.chain());
            network.broadcast(this, text);
        };
        this.sync = new ChainSync(ingchain, forkChoice, broadcast, line -> transcript.step(name + " logs: " + line));
        transcript.step(name + " has a chain of height " + chain.height());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PeerHandler handler() {
        return sync.handler();
    }

    Ingchain ingchain() {
        return ingchain;
    }

    ChainSync sync() {
        return sync;
    }

    /** Mines a block and announces it. */
    Block mine(Account miner) {
        transcript.step(name + " mines block " + (ingchain.chain().height() + 1));
        return sync.mine(miner.account());
    }

    /** Makes a payment and announces it. */
    void pay(Account from, Account to, long amount) throws InvalidTransaction {
        transcript.step(name + " has a payment of " + amount);
        sync.send(ingchain.wallet().sign(from.account(), to.account(), amount));
    }

    /** Expects this node to have let go of the chain's lock whenever it spoke. */
    void expectToSpeakWithoutLock() {
        if (speaksUnderTheLock) {
            throw CheckpointFailure.because(
                    "tells-new-tip-under-the-lock", name + " told its peers of a block while it held the chain's lock");
        }
    }

    /** Expects this node to follow a chain with that tip. */
    void expectTip(Block tip) {
        if (!network.brings(() -> ingchain.chain().tip().equals(tip))) {
            throw new CheckpointFailure("when all was said, " + name + " was to follow " + describe(tip)
                    + ", but it follows " + describe(ingchain.chain().tip()));
        }
    }

    /** Expects all these nodes to follow one chain, with that tip. */
    static void expectTip(List<TestNode> nodes, Block tip) {
        nodes.forEach(node -> node.expectTip(tip));
        for (TestNode node : nodes) {
            if (!node.ingchain
                    .chain()
                    .blocks()
                    .equals(nodes.get(0).ingchain.chain().blocks())) {
                throw new CheckpointFailure(
                        node.name + " and " + nodes.get(0).name + " have one tip, but not one chain");
            }
        }
    }

    /** Expects so many transfers to wait in this node's pool. */
    void expectWaiting(int count) {
        if (!network.brings(() -> ingchain.pool().pending().size() == count)) {
            throw new CheckpointFailure("when all was said, " + count + " transfers were to wait in the pool of " + name
                    + ", but there are " + ingchain.pool().pending().size());
        }
    }

    private static String describe(Block block) {
        return "block " + block.height() + " (" + block.hash().substring(0, 8) + "...)";
    }
}
