/** Whom a node calls, and when it calls again. */
package ingchain.node.discovery;
