/** What the launcher runs before there is anything compiled. */
package ingchain.cli.launch;
