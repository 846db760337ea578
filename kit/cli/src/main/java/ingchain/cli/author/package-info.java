/** What authors of exercises need: writing the starters, and proving that every exercise is sound. */
package ingchain.cli.author;
