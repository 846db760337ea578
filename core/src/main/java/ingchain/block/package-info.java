/** A block: what it says, how it is hashed, and the work that it costs to make one. */
package ingchain.block;
