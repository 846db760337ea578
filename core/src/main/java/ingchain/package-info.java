/** A small blockchain, given to you whole. The {@link ingchain.Ingchain} facade is the way in. */
package ingchain;
