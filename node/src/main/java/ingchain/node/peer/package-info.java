/**
 * The peers of a node: what each runs, where it stands, and how to talk to it. It lies between the connections of step
 * 2 and the messages of step 3: what arrives goes through {@link ingchain.node.peer.PeerWatch}, what the steps want
 * sent through the peer's {@link ingchain.node.peer.Talk}.
 */
package ingchain.node.peer;
