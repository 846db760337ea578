/**
 * The full node: the four steps, joined to a program that can be left running among strangers. It uses the steps
 * through their public classes only, so the class path decides whose steps it runs on. The book's chapter on it is
 * docs/en/node.md.
 *
 * <p>Each package holds one thing that the steps do without:
 *
 * <ul>
 *   <li>{@link ingchain.node.chain}: what of the chain may be shown, and how it changes;
 *   <li>{@link ingchain.node.storage}: what outlives the process;
 *   <li>{@link ingchain.node.message}: what nodes of this kind say to each other besides the messages of the steps;
 *   <li>{@link ingchain.node.peer}: what is known of a peer, how to talk to it, and the way of a message through the
 *       node;
 *   <li>{@link ingchain.node.sync}: how a node catches up;
 *   <li>{@link ingchain.node.relay}: who has what, so that each hears of a thing once;
 *   <li>{@link ingchain.node.limits}: what a peer may do to us, attack by attack;
 *   <li>{@link ingchain.node.discovery}: whom to call, and when to call again;
 *   <li>{@link ingchain.node.event}: what happens, told once and heard by many;
 *   <li>{@link ingchain.node.http}: the API for the node's owner.
 * </ul>
 *
 * <p>The way in: bytes of a connection come from step 2's network to {@link ingchain.node.peer.PeerWatch}, pass the
 * {@link ingchain.node.limits.Gate}, become messages in step 3's framer, and go to the handler of their type; those of
 * the article go through {@link ingchain.node.peer.StepsDoor} to step 3's dispatcher. The way out: a peer's {@link
 * ingchain.node.peer.Talk} decides what to send, and its wire sees to it that the {@link ingchain.node.chain.Ledger} has
 * stored what the message speaks of.
 *
 * <p>Threads: one for each connection, on which its messages are read and blocks of it that come next are appended; the
 * desk, on which talks decide; one for sync, on which batches are checked; one that dials. What they share is the chain,
 * with its own lock, under which no peer is ever waited for.
 *
 * <p>In tests, {@link ingchain.node.NodeSettings} takes a clock, a folder, and {@link ingchain.node.limits.Patience}
 * that is short; {@code FellowPeer} and {@code RawPeer} are peers that say what a test wants said.
 */
package ingchain.node;
