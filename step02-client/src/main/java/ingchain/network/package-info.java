/** Step 2, connect: calling others as well as being called makes a peer of a server. */
package ingchain.network;
