package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;

import ingchain.block.Block;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Exercise("4.5")
@DisplayName("4.5 Announce the tip")
class AnnounceTest {
    @ParameterizedTest(name = "{displayName}, {0}")
    @EnumSource
    @Order(1)
    @DisplayName("announce tells every peer of the tip, with an allBlock message")
    void announce(Wire wire, CapturedLog log, Transcript transcript, Cleanup cleanup) throws Exception {
        TestNetwork network = wire.network(log, transcript, cleanup);
        TestNode node = new TestNode(network, "the node", new TestChain().grow(3, ALICE));
        List<Stranger> strangers = List.of(new Stranger(network, "stranger 1"), new Stranger(network, "stranger 2"));
        for (Stranger stranger : strangers) {
            network.connect(stranger, node);
        }
        network.settle();
        strangers.forEach(Stranger::forgetsAll);
        Block tip = node.ingchain().chain().tip();
        transcript.step("the node announces its tip");
        node.sync().announce(tip);
        network.settle();
        for (Stranger stranger : strangers) {
            if (!network.brings(() -> stranger.heardOnly("allBlock", tip))) {
                throw new CheckpointFailure(stranger.name() + " was to hear an allBlock with block 4 and nothing else,"
                        + " but it heard " + stranger.heard());
            }
        }
    }
}
