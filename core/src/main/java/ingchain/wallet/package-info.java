/** Keys, and what is done with them: an account is the end of a public key, and a signature spends its coins. */
package ingchain.wallet;
