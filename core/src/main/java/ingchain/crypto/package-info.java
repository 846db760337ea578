/** Hashing: the article's {@code CryptoModule}, as two small classes. */
package ingchain.crypto;
