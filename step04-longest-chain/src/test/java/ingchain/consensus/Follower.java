package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.UnspentOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A node's blockchain with the student's LongestChain on it, and what is asked of the two together. */
final class Follower {
    private final Transcript transcript;
    private final Ingchain ingchain;
    private final LongestChain longestChain;
    private final List<Block> newTips = new CopyOnWriteArrayList<>();
    private volatile boolean toldUnderTheLock;
    private int expectedTips;

    /** Follows the longest chain, and starts with this one. */
    Follower(Transcript transcript, TestChain ours) {
        this(transcript, ours, ForkChoice.LONGEST);
    }

    Follower(Transcript transcript, TestChain ours, ForkChoice forkChoice) {
        this.transcript = transcript;
        this.ingchain = ours.ingchain();
        this.longestChain = new LongestChain(ingchain, forkChoice, this::hearOf);
        transcript.step("our chain: " + describe(ours.blocks()));
    }

    private void hearOf(Block newTip) {
        toldUnderTheLock |= Thread.holdsLock(chain());
        newTips.add(newTip);
    }

    Ingchain ingchain() {
        return ingchain;
    }

    /** Lets a transfer wait in the pool. */
    Follower with(Transaction waiting) throws InvalidTransaction {
        ingchain.pool().add(waiting);
        transcript.step("a transfer waits in our pool: " + describe(waiting));
        return this;
    }

    /** Offers a block that is to be appended. */
    void appends(String what, Block block) throws Exception {
        List<Block> with = new ArrayList<>(chain().blocks());
        with.add(block);
        boolean answer = longestChain.append(block);
        transcript.step("append(" + what + ") returns " + answer);
        if (!answer) {
            throw failure(
                    EarlierRules.hold(with) ? "refuses-what-is-valid" : EarlierRules.TO_BLAME,
                    "append(" + what + ") was to return true");
        }
        expectTip(block);
        expectNewTip(block);
    }

    /** Offers a block that is not to be appended. */
    void doesNotAppend(String what, Block block) {
        doesNotAppend(what, block, () -> null);
    }

    /**
     * As {@link #doesNotAppend(String, Block)}.
     *
     * @param why finds the id of the cause where it is appended all the same; null for none
     */
    void doesNotAppend(String what, Block block, Supplier<String> why) {
        Picture before = picture();
        boolean answer = longestChain.append(block);
        transcript.step("append(" + what + ") returns " + answer);
        if (answer) {
            throw failure(why.get(), "append(" + what + ") was to return false");
        }
        expectUnchanged("append(" + what + ")", before);
    }

    /** Offers a chain that is to take the place of ours. */
    void replaces(String what, List<Block> blocks) throws Exception {
        boolean answer = replace(blocks);
        transcript.step("replace(" + what + ") returns " + answer);
        if (!answer) {
            throw failure(
                    isValid(blocks) ? "does-not-replace" : EarlierRules.TO_BLAME,
                    "replace(" + what + ") was to return true: our chain is now " + describe(chain().blocks()));
        }
        expectTip(blocks.get(blocks.size() - 1));
        expect(
                chain().blocks().equals(blocks),
                "after replace(" + what + ") our chain was to be that one, block for block");
        expectNewTip(chain().tip());
    }

    private boolean replace(List<Block> blocks) {
        try {
            return longestChain.replace(blocks);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InvalidTransaction) {
                throw CheckpointFailure.because(
                        "puts-back-what-is-not-valid", "replace was to put back only what can still be carried out", e);
            }
            throw e;
        }
    }

    private boolean isValid(List<Block> blocks) {
        return Judge.passes(() -> new ChainRules(chain().rules()).check(blocks));
    }

    /** Offers a chain that is not to take the place of ours. */
    void doesNotReplace(String what, List<Block> blocks) {
        doesNotReplace(what, blocks, () -> null);
    }

    /** Offers a chain that breaks a rule. */
    void doesNotReplaceByInvalid(String what, List<Block> blocks) {
        doesNotReplace(what, blocks, () -> isValid(blocks) ? EarlierRules.TO_BLAME : "takes-an-invalid-chain");
    }

    private void doesNotReplace(String what, List<Block> blocks, Supplier<String> why) {
        Picture before = picture();
        boolean answer = longestChain.replace(blocks);
        transcript.step("replace(" + what + ") returns " + answer);
        if (answer) {
            throw failure(why.get(), "replace(" + what + ") was to return false");
        }
        expectUnchanged("replace(" + what + ")", before);
    }

    /** Expects exactly these transfers to wait, in whatever order. */
    void expectPool(Transaction... waiting) {
        List<Transaction> pending = ingchain.pool().pending();
        expect(
                Set.copyOf(pending).equals(Set.of(waiting)) && pending.size() == waiting.length,
                "in our pool were to wait: " + describe(waiting) + "; and there wait: "
                        + describe(pending.toArray(Transaction[]::new)));
    }

    /** Expects newTip to be told of this tip, once, and of no other since it was asked last; a moment later will do. */
    private void expectNewTip(Block tip) throws Exception {
        transcript.happens(() -> newTips.contains(tip));
        long times = newTips.stream().filter(tip::equals).count();
        if (times == 0) {
            throw failure(
                    "does-not-tell-new-tip",
                    "newTip was to be told of " + describe(tip) + ", but it was told of " + tips());
        }
        if (times > 1) {
            throw failure(
                    "tells-new-tip-twice",
                    "newTip was to be told of " + describe(tip) + " once, and was told of it " + times + " times");
        }
        if (newTips.size() != ++expectedTips) {
            throw failure(
                    "tells-more-than-the-tip",
                    "newTip was to be told of " + describe(tip) + " and of no other block, but it was told of "
                            + tips());
        }
        if (toldUnderTheLock) {
            throw failure(
                    "tells-new-tip-under-the-lock",
                    "newTip was told of " + describe(tip) + " by a thread that still holds the chain's lock");
        }
        transcript.step("newTip is told of " + describe(tip));
    }

    private String tips() {
        return newTips.isEmpty()
                ? "nothing"
                : String.join(", ", newTips.stream().map(Follower::describe).toList());
    }

    private void expectTip(Block tip) {
        expect(
                chain().tip().equals(tip),
                "our tip was to be " + describe(tip) + ", but it is " + describe(chain().tip()));
    }

    private void expectUnchanged(String after, Picture before) {
        Picture now = picture();
        if (!now.blocks.equals(before.blocks) || !now.unspent.equals(before.unspent)) {
            throw failure(
                    "changes-before-it-checks",
                    after + " was to change nothing, but "
                            + (now.blocks.equals(before.blocks)
                                    ? "other outputs are unspent now"
                                    : "our chain is now " + describe(now.blocks)));
        }
        expect(
                now.pending.equals(before.pending),
                after + " was to change nothing, but other transfers wait in the pool now");
        if (!now.newTips.equals(before.newTips)) {
            throw failure(
                    "tells-though-nothing-changed",
                    after + " changed nothing, and newTip was not to be told of anything");
        }
    }

    private Chain chain() {
        return ingchain.chain();
    }

    private Picture picture() {
        return new Picture(
                chain().blocks(),
                chain().unspentOutputs().all(),
                ingchain.pool().pending(),
                List.copyOf(newTips));
    }

    private record Picture(
            List<Block> blocks, List<UnspentOutput> unspent, List<Transaction> pending, List<Block> newTips) {}

    private static CheckpointFailure failure(String causeId, String sentence) {
        return causeId == null ? new CheckpointFailure(sentence) : CheckpointFailure.because(causeId, sentence);
    }

    private static void expect(boolean holds, String sentence) {
        if (!holds) {
            throw new CheckpointFailure(sentence);
        }
    }

    private static String describe(List<Block> blocks) {
        return "height " + blocks.size() + " with tip " + describe(blocks.get(blocks.size() - 1));
    }

    private static String describe(Block block) {
        return "block " + block.height() + " (" + block.hash().substring(0, 8) + "...)";
    }

    private static String describe(Transaction... transfers) {
        List<String> each = List.of(transfers).stream()
                .map(transfer -> transfer.isCoinbase()
                        ? "a coinbase"
                        : "a payment of " + transfer.txOuts().get(0).amount())
                .toList();
        return each.isEmpty() ? "nothing" : String.join(" and ", each);
    }
}
