package ingchain.consensus;

import ingchain.block.Block;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * The ways in which work is misjudged. Which of them it is can be found out: it gives the same answer as the student's
 * code to every question.
 */
final class MisjudgedWork {
    /** A kind of mistake, and the choice that somebody makes by it. */
    private record Mistake(String causeId, ForkChoice choice) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("counts-blocks", by(Comparator.comparing(List::size))),
            new Mistake("adds-difficulties", by(Comparator.comparing(MisjudgedWork::sumOfDifficulties))),
            new Mistake("overflows-int", by(Comparator.comparing(MisjudgedWork::ints))),
            new Mistake("overflows-int", by(Comparator.comparing(MisjudgedWork::intsInLong))),
            new Mistake("overflows-long", by(Comparator.comparing(MisjudgedWork::longs))),
            new Mistake("loses-small-blocks", by(Comparator.comparing(MisjudgedWork::doubles))),
            new Mistake("looks-at-one-block", by(Comparator.comparing(MisjudgedWork::last))),
            new Mistake("looks-at-one-block", by(Comparator.comparing(MisjudgedWork::hardest))),
            new Mistake("changes-on-a-tie", (one, other) -> work(one).compareTo(work(other)) >= 0),
            new Mistake("prefers-less-work", (one, other) -> work(one).compareTo(work(other)) < 0));

    private MisjudgedWork() {}

    private static ForkChoice by(Comparator<List<Block>> more) {
        return (candidate, ours) -> more.compare(candidate, ours) > 0;
    }

    /**
     * The id of the mistake that gives the same answers; null where none does.
     *
     * @param choice the student's
     * @param chains each is compared with each
     */
    static String causeId(ForkChoice choice, List<List<Block>> chains) {
        return MISTAKES.stream()
                .filter(mistake -> answersAlike(mistake.choice, choice, chains))
                .map(Mistake::causeId)
                .findFirst()
                .orElse(null);
    }

    private static boolean answersAlike(ForkChoice one, ForkChoice other, List<List<Block>> chains) {
        return chains.stream()
                .allMatch(candidate -> chains.stream()
                        .allMatch(ours -> one.prefers(candidate, ours) == other.prefers(candidate, ours)));
    }

    private static long sumOfDifficulties(List<Block> blocks) {
        return blocks.stream().mapToLong(Block::difficulty).sum();
    }

    private static int ints(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> 1 << block.difficulty()).sum();
    }

    private static long intsInLong(List<Block> blocks) {
        return blocks.stream().mapToLong(block -> 1 << block.difficulty()).sum();
    }

    private static long longs(List<Block> blocks) {
        return blocks.stream().mapToLong(block -> 1L << block.difficulty()).sum();
    }

    private static double doubles(List<Block> blocks) {
        double sum = 0; // the sum() of a stream is more exact than this
        for (Block block : blocks) {
            sum += Math.pow(2, block.difficulty());
        }
        return sum;
    }

    private static int last(List<Block> blocks) {
        return blocks.get(blocks.size() - 1).difficulty();
    }

    private static int hardest(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::difficulty).max().orElse(0);
    }

    private static BigInteger work(List<Block> blocks) {
        return blocks.stream()
                .map(block -> BigInteger.ONE.shiftLeft(block.difficulty()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
