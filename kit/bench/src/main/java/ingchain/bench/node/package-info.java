/** What a full node costs from outside: whole processes, started as a person starts them. */
package ingchain.bench.node;
