/**
 * The full node: the four steps, joined to a program that can be left running among strangers. It uses the steps
 * through their public classes only, so the class path decides whose steps it runs on.
 *
 * <p>Each package holds one thing that the steps do without:
 *
 * <ul>
 *   <li>{@code peer}: what is known of a peer, and how to talk to it;
 *   <li>{@code discovery}: whom to call, and when to call again;
 *   <li>{@code http}: the API for the node's owner.
 * </ul>
 */
package ingchain.node;
