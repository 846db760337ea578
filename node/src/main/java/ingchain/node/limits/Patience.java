package ingchain.node.limits;

/**
 * How long a node waits for a peer, in milliseconds. Whoever makes others wait costs them a thread, some memory and a
 * place that a useful peer could have.
 *
 * @param answer how long an answer to a request for blocks may take
 * @param handshake how long a new peer may be silent
 * @param message how long a message that has begun may take to its end
 * @param idle how long a peer may be silent later on; after a third of that it is asked something
 */
public record Patience(int answer, int handshake, int message, int idle) {
    /**
     * What a node has unless a test has less.
     *
     * <ul>
     *   <li>An answer has about 1 MB at the most, and a slow line takes some seconds for that: 20 s.
     *   <li>Every program that there is greets at once: 30 s. (The attack: a thousand connections that never say a
     *       word.)
     *   <li>The longest message has 16 MiB, which takes 2 minutes at 1 Mbit/s. (The attack: a byte a second.)
     *   <li>Nothing happens on a network where nobody mines. But a peer that has not even answered for 15 minutes is not
     *       there any more.
     * </ul>
     */
    public static final Patience DEFAULT = new Patience(20_000, 30_000, 120_000, 15 * 60_000);
}
