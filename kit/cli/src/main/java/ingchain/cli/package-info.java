/** The ingchain command: one class for each subcommand, and what they have in common. */
package ingchain.cli;
