package ingchain.consensus;

import static ingchain.consensus.TestChain.ALICE;
import static ingchain.consensus.TestChain.BOB;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("4.6")
@DisplayName("4.6 Most work instead of most blocks")
class WorkTest {
    private final Transcript transcript;

    WorkTest(Transcript transcript) {
        this.transcript = transcript;
    }

    @Test
    @Order(1)
    @DisplayName("of two chains of equal difficulty, the longer one is more work")
    void longer() {
        better("3 blocks of difficulty 4", chain(4, 4, 4), "2 blocks of difficulty 4", chain(4, 4));
        better("2 blocks of difficulty 0", chain(0, 0), "1 block of difficulty 0", chain(0));
        better("1 block", chain(0), "the genesis block alone", chain());
    }

    @Test
    @Order(2)
    @DisplayName("a long chain that was cheap to make loses against a short one that took more work")
    void cheap() {
        better("1 block of difficulty 5", chain(5), "31 blocks of difficulty 0", chain(new int[31]));
        better("2 blocks of difficulty 10", chain(10, 10), "5 blocks of difficulty 8", chain(8, 8, 8, 8, 8));
        better(
                "1 block of difficulty 20",
                chain(20),
                "9 blocks of difficulty 16",
                chain(16, 16, 16, 16, 16, 16, 16, 16, 16));
    }

    @Test
    @Order(3)
    @DisplayName("one more zero bit is twice the work, so two blocks of difficulty 4 tie with one of difficulty 5")
    void tie() {
        tie("2 blocks of difficulty 4", chain(4, 4), "1 block of difficulty 5", chain(5));
        tie("8 blocks of difficulty 0", chain(new int[8]), "1 block of difficulty 3", chain(3));
        tie("blocks of difficulty 1, 2 and 3", chain(1, 2, 3), "the same in another order", chain(3, 1, 2));
        tie("a chain", chain(7, 7), "that very chain", chain(7, 7));
        better("3 blocks of difficulty 4", chain(4, 4, 4), "1 block of difficulty 5", chain(5));
        better("1 block of difficulty 5", chain(5), "1 block of difficulty 4", chain(4));
    }

    @Test
    @Order(4)
    @DisplayName("the work of all blocks counts, not just that of the last or the hardest one")
    void allBlocks() {
        better("difficulties 9, 1", chain(9, 1), "difficulties 1, 8", chain(1, 8));
        better("difficulties 8, 8, 8", chain(8, 8, 8), "difficulties 9, 1", chain(9, 1));
    }

    @Test
    @Order(5)
    @DisplayName("work is counted exactly, however large it is")
    void huge() {
        for (int difficulty : List.of(30, 31, 32, 52, 53, 62, 63, 64, 65, 127, 128, 200, 255, 256)) {
            String hard = "1 block of difficulty " + difficulty;
            better(hard, chain(difficulty), "1 block of one less", chain(difficulty - 1));
            better(hard, chain(difficulty), "1 block of difficulty 3", chain(3));
            better(hard + " and one of difficulty 0", chain(difficulty, 0), hard, chain(difficulty));
            better("2 blocks of difficulty " + difficulty, chain(difficulty, difficulty), hard, chain(difficulty));
            tie(hard, chain(difficulty), "2 blocks of one less", chain(difficulty - 1, difficulty - 1));
        }
    }

    @Test
    @Order(6)
    @DisplayName("a peer may state any difficulty: no more is counted than a hash has bits, and no less than nothing")
    void anyDifficulty() {
        transcript.suspect("believes-any-difficulty");
        for (int difficulty : List.of(257, 1_000, Integer.MAX_VALUE)) {
            String more = "1 block that states difficulty " + difficulty;
            notBetter(more, chain(difficulty), "1 block of difficulty 256", chain(256));
        }
        for (int difficulty : List.of(-1, -1_000, Integer.MIN_VALUE)) {
            notBetter("1 block that states difficulty " + difficulty, chain(difficulty), "1 of 0", chain(0));
        }
    }

    @Test
    @Order(7)
    @DisplayName("a real chain, mined quickly and so of growing difficulty, wins against a longer one mined slowly")
    void realChains() {
        TestChain quick = new TestChain();
        while (quick.height() < 45) {
            quick.mineAfter(100, ALICE);
        }
        TestChain slow = new TestChain().grow(54, BOB);
        better("45 quickly mined blocks", quick.blocks(), "55 slowly mined blocks", slow.blocks());
    }

    private void better(String more, List<Block> better, String less, List<Block> worse) {
        expect(more, better, less, worse, true);
        expect(less, worse, more, better, false);
    }

    private void notBetter(String more, List<Block> candidate, String less, List<Block> ours) {
        try {
            expect(more, candidate, less, ours, false);
        } catch (ArithmeticException | OutOfMemoryError e) {
            throw CheckpointFailure.because("believes-any-difficulty", more + " was to be compared with " + less, e);
        }
    }

    private void tie(String one, List<Block> first, String other, List<Block> second) {
        expect(one, first, other, second, false);
        expect(other, second, one, first, false);
    }

    private void expect(String what, List<Block> candidate, String than, List<Block> ours, boolean preferred) {
        String step = what + (preferred ? " must be" : " must not be") + " preferred to ours of " + than;
        if (ForkChoice.MOST_WORK.prefers(candidate, ours) != preferred) {
            String causeId = MisjudgedWork.causeId(ForkChoice.MOST_WORK, telling());
            String sentence = step + (preferred ? ", but is not" : ", but is");
            throw causeId == null ? new CheckpointFailure(sentence) : CheckpointFailure.because(causeId, sentence);
        }
        transcript.step(step + ", and so it is");
    }

    /** Chains that tell how work is counted by how they compare. */
    private static List<List<Block>> telling() {
        return List.of(
                chain(),
                chain(0),
                chain(0, 0),
                chain(3),
                chain(4),
                chain(4, 4),
                chain(5),
                chain(9, 1),
                chain(8, 8, 8),
                chain(31),
                chain(32),
                chain(62, 62),
                chain(63),
                chain(64),
                chain(128, 0),
                chain(128),
                chain(127, 127));
    }

    /**
     * A chain of blocks with these difficulties on top of genesis; nobody has mined them, and a fork choice does not
     * ask.
     */
    private static List<Block> chain(int... difficulties) {
        List<Block> blocks = new ArrayList<>(List.of(Genesis.BLOCK));
        for (int difficulty : difficulties) {
            Block below = blocks.get(blocks.size() - 1);
            blocks.add(Forgery.of(below)
                    .height(below.height() + 1)
                    .difficulty(difficulty)
                    .underOldHash());
        }
        return blocks;
    }
}
