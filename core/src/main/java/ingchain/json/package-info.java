/** Blocks and transactions as JSON text, and back again from text that nobody vouches for. */
package ingchain.json;
