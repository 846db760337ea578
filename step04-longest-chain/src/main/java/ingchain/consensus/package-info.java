/** Step 4, validate and replace: believe nobody, check everything, and end on the same chain as all the others. */
package ingchain.consensus;
