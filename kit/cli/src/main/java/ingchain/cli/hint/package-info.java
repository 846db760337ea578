/** Hints, a further one each time. */
package ingchain.cli.hint;
