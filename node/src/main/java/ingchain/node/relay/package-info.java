/** Which peer has what, so that each hears of a block or a transfer once. */
package ingchain.node.relay;
