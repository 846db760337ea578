/**
 * Coins on the move. A transaction destroys outputs of earlier transactions and makes new ones; what has been made and
 * not yet destroyed is the money that there is.
 */
package ingchain.transaction;
