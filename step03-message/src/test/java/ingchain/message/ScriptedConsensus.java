package ingchain.message;

import ingchain.block.Block;
import ingchain.checkpoint.CheckpointFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Says what the checkpoint tells it to say, changes nothing, and remembers what it was asked. */
final class ScriptedConsensus implements Consensus {
    /** For where nobody is to ask. */
    static final Consensus NONE = new ScriptedConsensus(false);

    private final boolean answer;
    private final List<Block> appended = new CopyOnWriteArrayList<>();
    private final List<List<Block>> replaced = new CopyOnWriteArrayList<>();

    /** @param answer to all questions */
    ScriptedConsensus(boolean answer) {
        this.answer = answer;
    }

    @Override
    public boolean append(Block block) {
        appended.add(block);
        return answer;
    }

    @Override
    public boolean replace(List<Block> blocks) {
        replaced.add(List.copyOf(blocks));
        return answer;
    }

    /** Expects to have been asked to append exactly these blocks. */
    void expectAppended(Block... expected) {
        if (!appended.equals(List.of(expected))) {
            throw new CheckpointFailure("the consensus was to be asked to append " + heights(List.of(expected))
                    + ", and was asked to append " + heights(appended));
        }
    }

    /** Expects to have been asked about exactly these chains. */
    void expectReplaced(List<List<Block>> expected) {
        if (!replaced.equals(expected)) {
            throw new CheckpointFailure("the consensus was to be asked about " + lengths(expected)
                    + ", and was asked about " + lengths(replaced));
        }
    }

    private static String heights(List<Block> blocks) {
        return blocks.isEmpty()
                ? "nothing"
                : "block " + blocks.stream().map(block -> "" + block.height()).collect(Collectors.joining(" and "));
    }

    private static String lengths(List<List<Block>> chains) {
        return chains.isEmpty()
                ? "no chain"
                : chains.stream().map(chain -> "a chain of " + chain.size()).collect(Collectors.joining(" and "));
    }
}
