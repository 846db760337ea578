package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.CHAIN;
import static ingchain.node.hostile.UnderAttack.message;
import static ingchain.node.hostile.UnderAttack.withstands;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.node.Branch;
import ingchain.node.FellowPeer;
import ingchain.node.NodeSettings;
import ingchain.node.RawPeer;
import ingchain.node.chain.Work;
import ingchain.node.limits.Patience;
import ingchain.node.limits.Rule;
import ingchain.node.message.Blocks;
import ingchain.node.message.NewBlock;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it measures time and memory")
@DisplayName("Whatever chain a peer shows,")
class ChainsAttackTest {

    /** Blocks that nobody worked for, and a chain that is shorter and harder. */
    private static final List<Block> CHEAP = Branch.cheap(2_000, 1);

    private static final List<Block> HARD =
            Branch.withWorkOf(CHEAP.subList(0, 1), Work.of(CHEAP).multiply(BigInteger.TEN));

    @Test
    @DisplayName("no block is taken that breaks a single rule, whichever it is, from a node of our kind")
    void brokenBlocks() throws Exception {
        withstands(node -> {
            for (Map.Entry<String, Block> broken : BrokenBlocks.on(CHAIN).entrySet()) {
                try (FellowPeer peer = new FellowPeer(node.port())) {
                    peer.sayText(message(
                            NewBlock.TYPE, "{\"block\":" + Json.write(broken.getValue()) + ",\"work\":\"1000\"}"));
                    peer.sayText(message("no such type", "{}"));
                    assertThat(peer.isDropped()).as(broken.getKey()).isTrue();
                }
                assertThat(Branch.tip(node.node())).as(broken.getKey()).isEqualTo(Branch.tip(CHAIN));
            }
            node.assertOffence(Rule.VALID_BLOCKS);
        });
    }

    @Test
    @DisplayName(
            "no chain is followed in which one block breaks a single rule, whichever it is, from a program of the steps")
    void brokenChains() throws Exception {
        withstands(node -> {
            for (Map.Entry<String, Block> broken : BrokenBlocks.on(CHAIN).entrySet()) {
                try (RawPeer peer = new RawPeer(node.port())) {
                    peer.say(message("allBlock", Json.write(broken.getValue())));
                    List<Block> chain = BrokenBlocks.chainWith(CHAIN, broken.getValue());
                    peer.say(message("receivedChain", Json.write(chain)));
                    peer.say(message("allBlock", Json.write(chain)));
                    peer.say(message("no such type", "{}"));
                    assertThat(peer.isClosedByNode()).as(broken.getKey()).isTrue();
                }
                assertThat(Branch.tip(node.node())).as(broken.getKey()).isEqualTo(Branch.tip(CHAIN));
            }
        });
    }

    @Test
    @DisplayName(
            "no branch is followed in which one block breaks a single rule, whichever it is, among headers or blocks")
    void brokenBranches() throws Exception {
        List<Block> lower = CHAIN.subList(0, CHAIN.size() - 1);
        Set<String> noOffence =
                Set.of("far future", "greatest time", "height above", "height below", "negative height");
        withstands(node -> {
            for (Map.Entry<String, Block> broken : BrokenBlocks.on(lower).entrySet()) {
                List<Block> chain = BrokenBlocks.chainWith(lower, broken.getValue());
                chain.add(BrokenBlocks.flawless(chain));
                try (FellowPeer peer = new FellowPeer(node.port())) {
                    peer.claim(chain);
                    if (noOffence.contains(broken.getKey())) { // where it leaves ours cannot be told, or not yet
                        peer.say(Blocks.TYPE, FellowPeer.answer(chain, peer.hearRequest()));
                        peer.sayText(message("no such type", "{}"));
                    } else {
                        serveUntilDropped(peer, chain);
                    }
                    assertThat(peer.isDropped()).as(broken.getKey()).isTrue();
                }
                assertThat(Branch.tip(node.node())).as(broken.getKey()).isEqualTo(Branch.tip(CHAIN));
            }
            node.assertOffence(Rule.VALID_BLOCKS);
        });
    }

    @Test
    @DisplayName("the control: a flawless block made in the same way is taken")
    void flawless() throws Exception {
        try (var node = Branch.node(CHAIN)) {
            Block next = BrokenBlocks.flawlessWithTransfer(CHAIN);
            try (FellowPeer peer = new FellowPeer(node.listen("127.0.0.1", 0))) {
                peer.say(NewBlock.TYPE, NewBlock.of(next, Work.of(CHAIN).add(BigInteger.ONE)));
                assertThat(peer.isServed()).isTrue();
            }
            assertThat(node.blocks()).endsWith(next);
        }
    }

    @Test
    @DisplayName("a longer one with less work is not followed, whoever sends it")
    void longerAndCheaper() throws Exception {
        withstands(HARD, NodeSettings.DEFAULT, node -> {
            try (RawPeer peer = node.stranger()) {
                peer.say(message("receivedChain", Json.write(CHEAP)) + message("no such type", "{}"));
                assertThat(peer.isClosedByNode()).isTrue();
            }
            FellowPeer fellow = node.fellow();
            fellow.claim(CHEAP);
            assertThat(fellow.isServed()).isTrue();
            FellowPeer liar = node.fellow();
            liar.claim(CHEAP, Work.of(HARD).add(BigInteger.ONE));
            serveUntilDropped(liar, CHEAP);
            node.assertOffence(Rule.TRUE_CLAIMS);
        });
    }

    private static void serveUntilDropped(FellowPeer peer, List<Block> chain) {
        try {
            while (true) {
                peer.say(Blocks.TYPE, FellowPeer.answer(chain, peer.hearRequest()));
            }
        } catch (Exception e) {
            // It is dropped.
        }
    }

    @Test
    @DisplayName("one from the future is not followed, and none whose times fall")
    void wrongTimes() throws Exception {
        List<Block> future = Branch.ofTheFuture(CHAIN.size() + 1);
        withstands(node -> {
            for (List<Block> chain : List.of(future, falling())) {
                try (RawPeer peer = node.stranger()) {
                    peer.say(message("receivedChain", Json.write(chain)));
                    peer.say(message("allBlock", Json.write(Branch.tip(chain))) + message("no such type", "{}"));
                    assertThat(peer.isClosedByNode()).isTrue();
                }
                FellowPeer peer = node.fellow();
                peer.claim(chain);
                peer.say(Blocks.TYPE, FellowPeer.answer(chain, peer.hearRequest()));
                peer.say(Blocks.TYPE, FellowPeer.answer(chain, peer.hearRequest())); // headers, where it leaves ours
                if (chain == future) {
                    assertThat(peer.isServed())
                            .as("it may be our clock that is wrong")
                            .isTrue();
                } else {
                    assertThat(peer.isDropped()).isTrue();
                }
            }
        });
    }

    /** Each block is flawless, but that the last one but one is older than the one below it. */
    private static List<Block> falling() {
        List<Block> lower = CHAIN.subList(0, CHAIN.size() - 2);
        List<Block> chain = BrokenBlocks.chainWith(lower, BrokenBlocks.on(lower).get("falling time"));
        chain.add(BrokenBlocks.flawless(chain));
        return chain;
    }

    @Test
    @DisplayName("cheap blocks without end are neither followed nor held")
    void cheapBlocks() throws Exception {
        showCheapBlocks(CHEAP, HARD);
    }

    @Test
    @Tag("heavy")
    @DisplayName("a hundred thousand cheap blocks are neither followed nor held")
    void hundredThousandCheapBlocks() throws Exception {
        List<Block> cheap = Branch.cheap(100_000, 1);
        showCheapBlocks(
                cheap, Branch.withWorkOf(cheap.subList(0, 1), Work.of(cheap).multiply(BigInteger.TEN)));
    }

    private static void showCheapBlocks(List<Block> cheap, List<Block> hard) throws Exception {
        withstands(hard, NodeSettings.DEFAULT, node -> {
            for (int i = 0; i < 3; i++) {
                FellowPeer liar = node.fellow();
                liar.claim(cheap, Work.of(hard).add(BigInteger.ONE));
                serveUntilDropped(liar, cheap);
            }
            node.assertOffence(Rule.TRUE_CLAIMS);
        });
    }

    @Test
    @DisplayName("orphans without end are not held, and whoever cannot show what they stand on is dropped")
    void orphans() throws Exception {
        NodeSettings impatient = NodeSettings.DEFAULT.with(new Patience(500, 30_000, 30_000, 60_000));
        withstands(CHAIN, impatient, node -> {
            List<Block> others = Branch.cheap(600, 2);
            FellowPeer fellow = node.fellow();
            try {
                for (Block orphan : others.subList(100, 600)) {
                    fellow.say(
                            NewBlock.TYPE, NewBlock.of(orphan, Work.of(others).shiftLeft(10)));
                }
            } catch (IOException e) {
                // It is dropped already.
            }
            assertThat(fellow.isDropped()).isTrue();
            node.assertOffence(Rule.ANSWERS_IN_TIME);
            try (RawPeer stranger = node.stranger()) {
                for (Block orphan : others.subList(100, 600)) {
                    stranger.say(message("allBlock", Json.write(orphan)));
                }
                stranger.say(message("no such type", "{}"));
                assertThat(stranger.isClosedByNode()).isTrue();
            }
        });
    }

    @Test
    @DisplayName("one as good as ours changes nothing: who came first stays")
    void equalHeights() throws Exception {
        List<Block> lower = new ArrayList<>(CHAIN.subList(0, CHAIN.size() - 1));
        List<Block> fork = new ArrayList<>(lower);
        fork.add(BrokenBlocks.flawless(lower));
        withstands(node -> {
            FellowPeer fellow = node.fellow();
            for (int i = 0; i < 100; i++) {
                fellow.say(NewBlock.TYPE, NewBlock.of(Branch.tip(fork), Work.of(fork)));
                fellow.claim(fork);
            }
            assertThat(fellow.isServed()).isTrue();
            try (RawPeer stranger = node.stranger()) {
                for (int i = 0; i < 100; i++) {
                    stranger.say(message("allBlock", Json.write(Branch.tip(fork))));
                    stranger.say(message("receivedChain", Json.write(fork)));
                }
                stranger.say(message("no such type", "{}"));
                assertThat(stranger.isClosedByNode()).isTrue();
            }
        });
    }

    @Test
    @DisplayName("low blocks do not make the node write out its whole chain again and again")
    void lowBlocks() throws Exception {
        withstands(CHEAP, NodeSettings.DEFAULT, node -> {
            String genesis = message("allBlock", Json.write(CHEAP.get(0)));
            for (int i = 0; i < 4; i++) {
                node.inBackground(attacker -> attacker.stranger().say(genesis.repeat(1_000)));
            }
            try (RawPeer stranger = node.stranger()) {
                stranger.say(genesis.repeat(500) + message("no such type", "{}"));
                assertThat(stranger.isClosedByNode()).isTrue();
            }
        });
    }
}
