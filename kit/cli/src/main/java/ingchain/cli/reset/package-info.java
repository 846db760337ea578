/** Going back to what the student started with. */
package ingchain.cli.reset;
