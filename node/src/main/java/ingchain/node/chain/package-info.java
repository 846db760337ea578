/**
 * The node's chain: what of it may be shown ({@link ingchain.node.chain.Ledger}) and how it changes. All rules are
 * those of the steps; what is here is only about when to ask them.
 */
package ingchain.node.chain;
