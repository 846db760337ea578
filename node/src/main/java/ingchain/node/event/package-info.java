/** What happens in a node, told once and heard by many: the log with {@code --verbose}, and pages over HTTP. */
package ingchain.node.event;
