package ingchain.node.chain;

import ingchain.block.Block;
import java.time.Clock;

/**
 * No block comes from the future. A block's time is whatever its miner says, and the difficulty follows from it: who
 * dates blocks ahead makes all that follow cheap. No step has this rule, because whether a block keeps it depends on when
 * it is asked. So a block that breaks it is not taken now, and may be later; it is no offence, because it may be our
 * clock that is wrong.
 */
public final class FutureRule {
    /** How far a block may be ahead of our clock, in milliseconds: Bitcoin's two hours, for clocks that are badly set. */
    public static final long MAX_AHEAD_MILLIS = 2 * 60 * 60 * 1_000L;

    private final Clock clock;

    /** @param clock what time it is here */
    public FutureRule(Clock clock) {
        this.clock = clock;
    }

    /** Whether a block is dated too far ahead. */
    public boolean isBroken(Block block) {
        return block.timestamp() > clock.millis() + MAX_AHEAD_MILLIS;
    }
}
