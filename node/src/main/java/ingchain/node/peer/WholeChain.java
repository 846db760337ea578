package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.message.MessageData;
import ingchain.message.MessageFramer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a peer gets our whole chain in one message: only where it has shown that it knows what a chain is, once for each
 * tip, and no longer one than it can read.
 *
 * <p>Used on the {@link Desk} only.
 */
final class WholeChain {
    /** Longest chain that an original gets, in bytes. It reads 64 KiB at once at the most, and dies of half a chain. */
    static final int MAX_BYTES_OF_ORIGINAL = 60_000;

    private int mostBytes; // 0: it has not shown that it takes chains
    private int tooLong = Integer.MAX_VALUE; // blocks of a chain that was longer than that
    private Tip sent; // the last block of the last chain sent

    /** The peer has sent a chain, so it takes one. */
    void isKnown() {
        mostBytes = Math.max(mostBytes, MAX_BYTES_OF_ORIGINAL);
    }

    /** The peer runs the steps, and takes whatever fits into a message. */
    void isReadWhole() {
        mostBytes = MessageFramer.MAX_MESSAGE_BYTES;
        tooLong = Integer.MAX_VALUE;
    }

    /** The message to send, or null where the peer does not get these blocks, or has got them. */
    String message(List<Block> ours) {
        if (ours.size() >= tooLong || mostBytes == 0 || tip(ours).equals(sent)) {
            return null;
        }
        String text = MessageData.of("receivedChain", ours).toJson();
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            tooLong = ours.size();
            return null;
        }
        return text;
    }

    /** The message has gone. */
    void wasSent(List<Block> ours) {
        sent = tip(ours);
    }

    private static Tip tip(List<Block> blocks) {
        return Tip.of(blocks.get(blocks.size() - 1));
    }
}
