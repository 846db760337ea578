/** Programs in processes of their own: a step's program, the full node, the demo. */
package ingchain.cli.run;
