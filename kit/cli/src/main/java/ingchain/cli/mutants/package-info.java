/** Holding the checkpoints to account: small changes to the solutions that they must notice. */
package ingchain.cli.mutants;
