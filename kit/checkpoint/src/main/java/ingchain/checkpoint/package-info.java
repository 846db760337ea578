/**
 * What checkpoints are made with: scripted peers over real sockets, a transcript of what they did, and a diagnosis that
 * tells a student the cause instead of a stack trace. {@link ingchain.checkpoint.Exercise} is where to begin.
 */
package ingchain.checkpoint;
