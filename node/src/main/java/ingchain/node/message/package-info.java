/**
 * What nodes of this kind say to each other, besides the messages of the steps. A peer that greets as we do gets these;
 * any other gets what an original program knows. All of them are written up in docs/en/node.md.
 */
package ingchain.node.message;
