/**
 * The full node: the four steps, joined to a program that can be left running. It adds what a course cannot ask of
 * anybody: an HTTP API, redialling, and patience with peers that run the original program.
 *
 * <p>It uses the steps through their public classes only, so the class path decides whose steps it runs on.
 */
package ingchain.node;
