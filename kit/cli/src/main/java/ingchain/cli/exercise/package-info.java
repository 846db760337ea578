/** The exercises as the marked regions of the solutions tell them, and the starters derived from these. */
package ingchain.cli.exercise;
