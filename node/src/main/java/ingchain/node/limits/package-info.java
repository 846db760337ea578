/**
 * What a peer may do to us. Peers are strangers: each limit here is a number with its reason, and each says which attack
 * it stops. Who breaks a {@link ingchain.node.limits.Rule} is dropped; see {@link ingchain.node.limits.Offence}.
 */
package ingchain.node.limits;
