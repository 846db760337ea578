/** The HTTP API, through which a node's owner talks to it. */
package ingchain.node.http;
