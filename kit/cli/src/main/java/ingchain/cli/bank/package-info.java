/**
 * The bank: wrong solutions, each of which a checkpoint must catch and tell the cause of, and right but unusual ones,
 * all of which must pass. They are written down in kit/bank.
 */
package ingchain.cli.bank;
