/** The chain that this node follows. */
package ingchain.chain;
