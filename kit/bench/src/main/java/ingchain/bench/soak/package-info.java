/** Ten nodes that are disturbed for an hour, and must still agree. */
package ingchain.bench.soak;
