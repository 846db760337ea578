/**
 * Whom a node calls, and when it calls again. Peers of our kind tell each other of peers: ask one, and know many. What
 * they tell is hearsay from strangers, so it is bounded ({@link ingchain.node.discovery.AddressBook}), sorted out ({@link
 * ingchain.node.discovery.AddressRule}) and passed on only once it has proved true.
 */
package ingchain.node.discovery;
