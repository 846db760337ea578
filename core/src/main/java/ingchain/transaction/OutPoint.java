package ingchain.transaction;

/**
 * Names one output among all there ever were.
 *
 * @param transactionHash 64 hexadecimal digits
 * @param index which of that transaction's outputs, from 0
 */
public record OutPoint(String transactionHash, int index) {}
