/** How a step's little program reads its command line and says what went wrong. Nothing to learn here. */
package ingchain.program;
