package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;

import ingchain.block.Block;
import ingchain.block.Difficulty;
import ingchain.block.Genesis;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.2")
@DisplayName("4.2 Is it the next one: height, previous hash, time, difficulty")
class NextBlockTest {
    private final TestChain chain = new TestChain().grow(4, ALICE);
    private final Block next = chain.next(ALICE);

    private final Transcript transcript;
    private final Judge judge;

    NextBlockTest(Transcript transcript) {
        this.transcript = transcript;
        this.judge = new Judge(transcript);
    }

    @Test
    @Order(1)
    @DisplayName("the block that comes next is accepted, at every height")
    void perfect() {
        List<Block> blocks = new TestChain().grow(32, ALICE).blocks();
        for (int height = 2; height <= blocks.size(); height++) {
            accepted(
                    "block " + height + " of a slowly mined chain",
                    blocks.subList(0, height - 1),
                    blocks.get(height - 1));
        }
        TestChain quick = new TestChain();
        for (int height = 2; height <= 42; height++) {
            quick.mineAfter(100, ALICE);
            accepted(
                    "block " + height + " of a quickly mined chain",
                    quick.blocks().subList(0, height - 1),
                    quick.tip());
        }
    }

    @Test
    @Order(2)
    @DisplayName("a block that is not one higher than the tip is refused")
    void height() {
        for (int height : List.of(4, 5, 7, 1, 0, -1)) {
            // Where this one passes, those below it have not.
            transcript.suspect(height > 6 ? "lets-heights-be-left-out" : "does-not-check-height");
            refused(
                    "block " + height + " on top of block 5",
                    Forgery.of(next).height(height).mined());
        }
    }

    @Test
    @Order(3)
    @DisplayName("a block that does not name the tip's hash as the previous one is refused")
    void previousHash() {
        transcript.suspect("does-not-check-previous-hash");
        refused(
                "a block that stands on the block below the tip",
                on(chain.block(4).hash()));
        refused("a block that stands on genesis", on(Genesis.BLOCK.hash()));
        refused("a block that stands on nothing", on("0".repeat(64)));
        transcript.suspect("ignores-case");
        refused(
                "a block that names the tip's hash in upper case",
                on(chain.tip().hash().toUpperCase(Locale.ROOT)));
    }

    @Test
    @Order(4)
    @DisplayName("a block that is older than the tip is refused; one of the same millisecond is not")
    void time() {
        long tip = chain.tip().timestamp();
        transcript.suspect("does-not-check-time");
        refused("a block that is a millisecond older than the tip", at(tip - 1));
        refused("a block as old as genesis", at(Genesis.BLOCK.timestamp()));
        refused("a block from before 1970", at(-1));
        transcript.suspect("refuses-the-same-time");
        accepted("a block of the same millisecond as the tip", chain.blocks(), at(tip));
        transcript.suspect(null);
        accepted("a block a millisecond later than the tip", chain.blocks(), at(tip + 1));
        accepted("a block a year later than the tip", chain.blocks(), at(tip + 365L * 24 * 60 * TestChain.MINUTE));
    }

    @Test
    @Order(5)
    @DisplayName("a block that chose its own difficulty is refused, be it too easy or too hard")
    void difficulty() {
        TestChain slow = new TestChain();
        TestChain quick = new TestChain();
        while (quick.height() < 43) {
            ownDifficultyIsRefused("a slowly mined chain", slow);
            ownDifficultyIsRefused("a quickly mined chain", quick);
            slow.mine(ALICE);
            quick.mineAfter(100, ALICE);
        }
    }

    private void ownDifficultyIsRefused(String what, TestChain below) {
        Block right = below.next(ALICE);
        for (int difficulty : List.of(right.difficulty() - 1, right.difficulty() + 1, right.difficulty() + 3)) {
            // The easier ones come first: a rule that lets only the harder ones pass is nearly right.
            transcript.suspect(
                    difficulty < right.difficulty() ? "trusts-the-stated-difficulty" : "lets-more-difficulty-pass");
            Block forged = Forgery.of(right).difficulty(difficulty).mined();
            judge.refuses(
                    "on " + what + ", block " + right.height() + " with difficulty " + difficulty + " instead of "
                            + right.difficulty(),
                    () -> BlockRules.checkNext(below.blocks(), forged));
        }
    }

    @Test
    @Order(6)
    @DisplayName("at every tenth block the difficulty follows from how long the last ten took, to the millisecond")
    void adjustment() {
        transcript.suspect("difficulty-by-another-time");
        for (int height : List.of(20, 30)) {
            TestChain below = new TestChain();
            while (below.height() < height - 1) {
                below.mineAfter(100, ALICE);
            }
            long adjusted = below.block(height - 10).timestamp();
            int before = below.block(height - 10).difficulty();
            adjusts(below, adjusted + 2_999, before + 1);
            adjusts(below, adjusted + 3_000, before);
            adjusts(below, adjusted + 12_000, before);
            adjusts(below, adjusted + 12_001, before - 1);
        }
    }

    private void adjusts(TestChain below, long timestamp, int right) {
        for (int difficulty = right - 1; difficulty <= right + 1; difficulty++) {
            Block block = Forgery.of(below.next(ALICE))
                    .timestamp(timestamp)
                    .difficulty(difficulty)
                    .mined();
            long took = timestamp - below.block(block.height() - 10).timestamp();
            String what =
                    "block " + block.height() + " of difficulty " + difficulty + ", where the last ten took " + took
                            + " ms and block " + (block.height() - 10) + " has difficulty "
                            + below.block(block.height() - 10).difficulty();
            if (difficulty == right) {
                accepted(what, below.blocks(), block);
            } else {
                judge.refuses(what, () -> BlockRules.checkNext(below.blocks(), block));
            }
        }
    }

    @Test
    @Order(7)
    @DisplayName("all blocks that the original program mined follow one another")
    void original() {
        transcript.suspect(
                "compares-texts-with-equality-sign"); // these blocks were read from JSON, all others made here
        List<Block> blocks = OriginalChain.blocks();
        for (int height = 2; height <= 43; height++) {
            List<Block> below = blocks.subList(0, height - 1);
            Block block = blocks.get(height - 1);
            judge.accepts("block " + height + " of the original", () -> BlockRules.checkNext(below, block));
        }
    }

    private Block on(String previousHash) {
        return Forgery.of(next).previousHash(previousHash).mined();
    }

    private Block at(long timestamp) {
        return Forgery.of(next).timestamp(timestamp).mined();
    }

    private void accepted(String what, List<Block> below, Block block) {
        judge.accepts(what, () -> BlockRules.checkNext(below, block), () -> whyRefused(below, block));
    }

    /** Which blocks pass in the place of the right one tells what it was compared with. */
    private static String whyRefused(List<Block> below, Block right) {
        Block tip = below.get(below.size() - 1);
        if (passes(below, Forgery.of(right).height(tip.height() - 1).mined())) {
            return "compares-height-the-wrong-way-round";
        }
        if (passes(below, Forgery.of(right).difficulty(tip.difficulty()).mined())) {
            return "copies-the-difficulty";
        }
        int now = Difficulty.expected(below, System.currentTimeMillis());
        if (passes(below, Forgery.of(right).difficulty(now).mined())) {
            return "difficulty-by-own-clock";
        }
        return right.height() == 2 ? "refuses-everything" : null;
    }

    private static boolean passes(List<Block> below, Block block) {
        return Judge.passes(() -> BlockRules.checkNext(below, block));
    }

    private void refused(String what, Block block) {
        judge.refuses(what, () -> BlockRules.checkNext(chain.blocks(), block));
    }
}
