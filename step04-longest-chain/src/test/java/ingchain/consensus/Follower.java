package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.UnspentOutput;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node's blockchain with the student's LongestChain on it, and what is asked of the two together. */
final class Follower {
    private static final int MILLIS_TO_TELL = 2_000;

    private final Transcript transcript;
    private final Ingchain ingchain;
    private final LongestChain longestChain;
    private final List<Block> newTips = new CopyOnWriteArrayList<>();

    /** Follows the longest chain, and starts with this one. */
    Follower(Transcript transcript, TestChain ours) {
        this(transcript, ours, ForkChoice.LONGEST);
    }

    Follower(Transcript transcript, TestChain ours, ForkChoice forkChoice) {
        this.transcript = transcript;
        this.ingchain = ours.ingchain();
        this.longestChain = new LongestChain(ingchain, forkChoice, newTips::add);
        transcript.step("our chain: " + describe(ours.blocks()));
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
        boolean answer = longestChain.append(block);
        transcript.step("append(" + what + ") returns " + answer);
        expect(answer, "append(" + what + ") was to return true");
        expectTip(block);
        expectNewTip(block);
    }

    /** Offers a block that is not to be appended. */
    void doesNotAppend(String what, Block block) {
        Picture before = picture();
        boolean answer = longestChain.append(block);
        transcript.step("append(" + what + ") returns " + answer);
        expect(!answer, "append(" + what + ") was to return false");
        expectUnchanged("append(" + what + ")", before);
    }

    /** Offers a chain that is to take the place of ours. */
    void replaces(String what, List<Block> blocks) throws Exception {
        boolean answer = longestChain.replace(blocks);
        transcript.step("replace(" + what + ") returns " + answer);
        expect(answer, "replace(" + what + ") was to return true: our chain is now " + describe(chain().blocks()));
        expectTip(blocks.get(blocks.size() - 1));
        expect(
                chain().blocks().equals(blocks),
                "after replace(" + what + ") our chain was to be that one, block for block");
        expectNewTip(chain().tip());
    }

    /** Offers a chain that is not to take the place of ours. */
    void doesNotReplace(String what, List<Block> blocks) {
        Picture before = picture();
        boolean answer = longestChain.replace(blocks);
        transcript.step("replace(" + what + ") returns " + answer);
        expect(!answer, "replace(" + what + ") was to return false");
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

    /** Expects newTip to be told of this tip, once; a moment later will do. */
    private void expectNewTip(Block tip) throws InterruptedException {
        for (int waited = 0; waited < MILLIS_TO_TELL && !newTips.contains(tip); waited += 5) {
            Thread.sleep(5);
        }
        long times = newTips.stream().filter(tip::equals).count();
        expect(times > 0, "newTip was to be told of " + describe(tip) + ", but it was told of " + tips());
        expect(times == 1, "newTip was to be told of " + describe(tip) + " once, not " + times + " times");
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
        expect(
                now.blocks.equals(before.blocks),
                after + " was to change nothing, but our chain is now " + describe(now.blocks));
        expect(now.unspent.equals(before.unspent), after + " was to change nothing, but other outputs are unspent now");
        expect(
                now.pending.equals(before.pending),
                after + " was to change nothing, but other transfers wait in the pool now");
        expect(now.newTips.equals(before.newTips), after + " changed nothing, and newTip was not to be told");
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
