/** Running checkpoints on a student's code or the reference, and keeping what came of it. */
package ingchain.cli.check;
