/** How long a student waits: for the command, and from a save to its verdict. */
package ingchain.bench.loop;
