package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.block.Block;
import ingchain.node.OriginalLikePeer.Version;
import ingchain.program.HostPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a hundred nodes take all that the machine has")
@DisplayName("Peers that run the original program")
class OriginalPeersTest {
    private static final int RUNS = 100;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What the two have when they meet. */
    private enum Start {
        /** The node has five blocks more. */
        PEER_BEHIND(7, 2, 7),
        /** The peer has one block more, so even the article's version can show it. */
        PEER_ONE_AHEAD(3, 4, 4),
        /** The peer has five blocks more, and only the later version can hand them over. */
        PEER_AHEAD(2, 7, 7),
        /** Both have blocks of their own, the node more. */
        NODE_LONGER_FORK(6, 4, 6),
        /** Both have blocks of their own, the peer more. */
        PEER_LONGER_FORK(4, 6, 6),
        /** Both have blocks of their own, and the node's tip looks like the peer's next. */
        NODE_ONE_LONGER_FORK(5, 4, 5);

        final int nodeHeight;
        final int peerHeight;
        final int endHeight;

        Start(int nodeHeight, int peerHeight, int endHeight) {
            this.nodeHeight = nodeHeight;
            this.peerHeight = peerHeight;
            this.endHeight = endHeight;
        }

        boolean isFork() {
            return name().endsWith("FORK");
        }
    }

    /** One node and one original peer. */
    private record Run(String name, Start start, Node node, OriginalLikePeer peer, boolean canAgree) {
        String state() {
            return name + ": node " + Branch.tip(node).height() + " knows " + node.peers() + ", peer "
                    + peer.tip().height() + " heard " + peer.heard();
        }

        boolean agree() {
            Block tip = Branch.tip(node);
            return tip.hash().equals(peer.tip().hash()) && tip.height() >= start.endHeight;
        }
    }

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    @DisplayName("survive a sync with our node and a new block, 100 times out of 100, whoever dials and is ahead")
    void surviveASync() throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(start(i));
        }
        // While some are still catching up, there is more for them to catch up with.
        runs.stream().filter(run -> run.start() == Start.PEER_BEHIND).forEach(run -> Branch.mine(run.node()));
        List<Run> agreeing = runs.stream().filter(Run::canAgree).toList();
        await().atMost(DEADLINE).untilAsserted(() -> assertAgree(agreeing));

        agreeing.forEach(run -> Branch.mine(run.node()));
        await().atMost(DEADLINE).untilAsserted(() -> assertAgree(agreeing));

        assertThat(deaths(runs)).isEmpty();
        assertThat(runs.stream()
                        .filter(run -> !Branch.isLinked(run.peer().chain()))
                        .map(Run::name))
                .isEmpty();
    }

    private static void assertAgree(List<Run> runs) {
        assertThat(deaths(runs)).isEmpty();
        assertThat(runs.stream().filter(run -> !run.agree()).map(Run::state)).isEmpty();
    }

    private static List<String> deaths(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.peer().death() != null)
                .map(run -> run.name() + " died after " + run.peer().heard() + " of "
                        + run.peer().death())
                .toList();
    }

    private Run start(int number) throws Exception {
        Start start = Start.values()[number % Start.values().length];
        Version version = Version.values()[number / Start.values().length % 2];
        boolean nodeDials = number / (2 * Start.values().length) % 2 == 0;
        int stallMillis = number % 5 == 4 ? 100 : 0;
        String name = number + ": " + start + ", " + version + ", " + (nodeDials ? "node dials" : "peer dials");

        List<Block> longer = Branch.ofHeight(Math.max(start.nodeHeight, start.peerHeight), 0);
        List<Block> nodeBlocks =
                longer.subList(0, start.nodeHeight > start.peerHeight ? longer.size() : start.nodeHeight);
        List<Block> peerBlocks = start.isFork()
                ? Branch.onTopOf(longer.subList(0, 2), start.peerHeight, 1)
                : longer.subList(0, start.peerHeight);
        Node node = Branch.node(nodeBlocks);
        OriginalLikePeer peer = new OriginalLikePeer(version, peerBlocks, stallMillis, number);
        open.add(node);
        open.add(peer);
        if (nodeDials) {
            node.keepDialling(new HostPort("127.0.0.1", peer.listen()));
        } else {
            peer.dial(node.listen("127.0.0.1", 0));
        }
        boolean canAgree = version == Version.COURSE_LATER || !start.isFork() && start != Start.PEER_AHEAD;
        return new Run(name, start, node, peer, canAgree);
    }
}
