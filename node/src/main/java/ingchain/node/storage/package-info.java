/**
 * What outlives the process, in the folder of {@code --data}: the chain and the known peers in one file, the keys in
 * another. The chain can be had from any peer again; the keys cannot be had from anybody. So a chain file that is
 * damaged must not take the keys with it.
 *
 * <p>Each file is an H2 MVStore: a change is written behind what is there already, and becomes the truth only when it
 * is complete. That is why a process may be killed at any moment.
 */
package ingchain.node.storage;
