/** What core and the rules of step 4 cost, method by method, measured with JMH. */
package ingchain.bench.chain;
