package ingchain.message;

import ingchain.block.Block;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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

    /** The blocks that it was asked to append. */
    List<Block> appended() {
        return appended;
    }

    /** The chains that it was asked to put in the place of ours. */
    List<List<Block>> replaced() {
        return replaced;
    }
}
