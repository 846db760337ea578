package ingchain.consensus;

import ingchain.block.Block;

/**
 * A block that breaks a rule; the message is a sentence that names the block and the rule. It is an exception and not a
 * {@code false}, because a returned value can be overlooked: the article's own program checks a block and then appends
 * it whatever the outcome.
 */
public final class InvalidBlock extends Exception {
    /** @param rule what should hold and does not, for a person */
    public InvalidBlock(Block block, String rule) {
        super("block " + block.height() + " is not valid: " + rule);
    }
}
