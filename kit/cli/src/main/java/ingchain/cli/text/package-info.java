/** What the user reads: sentences, colour, exit codes. */
package ingchain.cli.text;
