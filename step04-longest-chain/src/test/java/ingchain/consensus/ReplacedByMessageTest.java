package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;
import static ingchain.consensus.TestChain.CAROL;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import ingchain.message.Message;
import ingchain.message.MessageHandler;
import ingchain.network.PeerHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Exercise("4.4")
@DisplayName("4.4 Append and replace, told by messages")
class ReplacedByMessageTest {
    private final TestChain ours = new TestChain().grow(11, ALICE);
    private final TestChain theirs = new TestChain().grow(13, BOB);
    private final List<Block> newTips = new CopyOnWriteArrayList<>();
    private final Ingchain ingchain = ours.ingchain();

    private final CapturedLog log;
    private final Transcript transcript;
    private final Cleanup cleanup;
    private TestNetwork network;
    private Stranger stranger;

    ReplacedByMessageTest(CapturedLog log, Transcript transcript, Cleanup cleanup) {
        this.log = log;
        this.transcript = transcript;
        this.cleanup = cleanup;
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(1)
    @DisplayName("a peer's longer valid chain takes the place of ours, and newTip is told")
    void longer(Wire wire) throws Exception {
        meet(wire);
        hears("receivedChain", theirs.blocks());
        expect(theirs.tip(), List.of(theirs.tip()));
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(2)
    @DisplayName("a peer's longer chain that breaks a rule changes nothing, and no offence is taken")
    void longerButInvalid(Wire wire) throws Exception {
        meet(wire);
        Block lazy = Forgery.of(theirs.block(12)).minedUntil(hash -> hash.startsWith("f"));
        hears("receivedChain", Forgery.chainWith(theirs.blocks(), lazy));
        hears("receivedChain", theirs.blocks().subList(1, 14));
        hears("allBlock", Forgery.chainWith(theirs.blocks(), theirs.tip().withHash("0".repeat(64))));
        expect(ours.tip(), List.of());
        hears("receivedChain", theirs.blocks());
        expect(theirs.tip(), List.of(theirs.tip()));
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(3)
    @DisplayName("a peer's chain of the same length, or a shorter one, changes nothing")
    void tie(Wire wire) throws Exception {
        meet(wire);
        hears("receivedChain", theirs.upTo(12).blocks());
        hears("receivedChain", theirs.upTo(11).blocks());
        expect(ours.tip(), List.of());
    }

    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(4)
    @DisplayName("a peer's next block is appended where it is valid, and only there")
    void next(Wire wire) throws Exception {
        meet(wire);
        Block next = ours.next(CAROL);
        hears("allBlock", Forgery.of(next).minedUntil(hash -> hash.startsWith("f")));
        hears("allBlock", Forgery.of(next).difficulty(0).mined());
        expect(ours.tip(), List.of());
        hears("allBlock", next);
        expect(next, List.of(next));
    }

    private void meet(Wire wire) throws Exception {
        network = wire.network(log, transcript, cleanup);
        stranger = new Stranger(network, "the stranger");
        LongestChain consensus = new LongestChain(ingchain, ForkChoice.LONGEST, newTips::add);
        PeerHandler handler = new MessageHandler(new Message(ingchain, consensus, message -> {}), log);
        network.connect(stranger, new Node(handler));
        network.settle();
    }

    private void hears(String type, Object payload) throws Exception {
        stranger.says(type, payload);
        network.settle();
    }

    private void expect(Block tip, List<Block> told) {
        boolean brought = network.brings(() -> ingchain.chain().tip().equals(tip) && newTips.equals(told));
        Block own = ingchain.chain().tip();
        if (!own.equals(tip)) {
            throw new CheckpointFailure("our tip was to be block " + tip.height() + " " + tip.hash()
                    + ", but it is block " + own.height() + " " + own.hash());
        }
        if (!brought) {
            throw new CheckpointFailure("newTip was to be told of " + told.size()
                    + " new tips by now, but it was told of " + newTips.size());
        }
    }

    private record Node(PeerHandler handler) implements TestNetwork.Member {
        @Override
        public String name() {
            return "the node";
        }
    }
}
