/** Step 1, listen: the half of a peer that waits for others to call. */
package ingchain.server;
