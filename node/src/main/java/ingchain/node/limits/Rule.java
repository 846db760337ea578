package ingchain.node.limits;

/** What a peer must keep to. The name stands in the log and in the metrics when one does not. */
public enum Rule {
    /** Messages are of the form and of the types that there are. */
    PROTOCOL,
    /** A block keeps the rules of step 4. */
    VALID_BLOCKS,
    /** Who says that its chain is better can show it. */
    TRUE_CLAIMS,
    /** Blocks and addresses are sent when they are asked for. */
    ONLY_WHEN_ASKED,
    /** What was asked for comes in time. */
    ANSWERS_IN_TIME
}
