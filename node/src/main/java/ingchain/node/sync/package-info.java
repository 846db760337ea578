/**
 * How nodes of this kind bring each other up to date: {@link ingchain.node.sync.Library} answers, {@link
 * ingchain.node.sync.Sync} asks.
 *
 * <p>One download runs at a time, from the peer whose chain claims to be best, batch after batch. Blocks that continue
 * our own chain are appended as they come ({@link ingchain.node.sync.Continuing}). Where the peer's chain leaves ours
 * further down, its headers must first show that it is better ({@link ingchain.node.sync.Proving}); only then its blocks
 * are fetched ({@link ingchain.node.sync.Fetching}) and followed, all at once.
 */
package ingchain.node.sync;
