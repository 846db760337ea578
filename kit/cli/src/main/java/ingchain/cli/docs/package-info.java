/** The pages under docs, and what a command puts into them so that nobody has to type it. */
package ingchain.cli.docs;
