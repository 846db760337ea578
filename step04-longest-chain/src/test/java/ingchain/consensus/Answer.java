package ingchain.consensus;

import ingchain.block.Block;
import ingchain.transaction.Transaction;
import ingchain.transaction.UnspentOutput;
import java.util.List;

/**
 * What a node did when it met an event, and what it holds since.
 *
 * @param said in order
 * @param logged line by line
 * @param hungUp the number of the peer whose connection it closed; null where it closed none
 * @param thrown what came out of the student's code; null where nothing did
 */
record Answer(
        List<Saying> said,
        List<String> logged,
        List<Block> chain,
        List<UnspentOutput> unspent,
        List<Transaction> pool,
        Integer hungUp,
        Throwable thrown) {
    /** Something said to the peer of this number. */
    record Saying(int to, String text) {}

    Block tip() {
        return chain.get(chain.size() - 1);
    }
}
