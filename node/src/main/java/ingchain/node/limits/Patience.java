package ingchain.node.limits;

/**
 * How long a node waits for a peer. Whoever makes others wait costs them a thread, some memory and a place that a useful
 * peer could have.
 *
 * @param answerMillis how long an answer to a request for blocks may take
 */
public record Patience(int answerMillis) {
    /**
     * What a node has unless a test has less.
     *
     * <p>An answer has about 1 MB at the most, and a slow line takes some seconds for that: 20 s.
     */
    public static final Patience DEFAULT = new Patience(20_000);
}
