package ingchain.node.storage;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.Transaction;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A block as it is stored, with a checksum behind it. What follows from where the block stands is left out: its height,
 * the hash of the block below, and the version, of which there is only one. JSON would do, too, but takes several times
 * as long to read, and a node reads all its blocks when it starts.
 */
final class BlockBytes {
    private static final int CHECKSUM_BYTES = 4;
    private static final int NULL = -1;

    /** More than the numbers of any part take together, the lengths of its texts included. */
    private static final int FIXED_BYTES = 48;

    /** In UTF-8, a char of a text becomes three bytes at the most. */
    private static final int MOST_BYTES_PER_CHAR = 3;

    private BlockBytes() {}

    static byte[] write(Block block) {
        ByteBuffer out = ByteBuffer.allocate(length(block));
        out.putLong(block.timestamp()).putLong(block.nonce()).putInt(block.difficulty());
        writeText(out, block.merkleRoot());
        writeText(out, block.hash());
        out.putInt(block.transactions().size());
        for (Transaction transaction : block.transactions()) {
            writeTransaction(out, transaction);
        }
        out.putInt(checksum(out.array(), out.position(), block.height()));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void writeTransaction(ByteBuffer out, Transaction transaction) {
        out.putInt(transaction.txIns().size());
        for (TxIn in : transaction.txIns()) {
            out.putInt(in.txOutIndex());
            writeText(out, in.txOutId());
            writeText(out, in.signature());
            writeText(out, in.publicKey());
        }
        out.putInt(transaction.txOuts().size());
        for (TxOut made : transaction.txOuts()) {
            writeText(out, made.account());
            out.putLong(made.amount());
        }
        writeText(out, transaction.hash());
    }

    private static void writeText(ByteBuffer out, String text) {
        if (text == null) {
            out.putInt(NULL);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }

    /** How many bytes the block has at the most. */
    private static int length(Block block) {
        int length = FIXED_BYTES + textLength(block.merkleRoot()) + textLength(block.hash());
        for (Transaction transaction : block.transactions()) {
            length += FIXED_BYTES + textLength(transaction.hash());
            for (TxIn in : transaction.txIns()) {
                length += FIXED_BYTES
                        + textLength(in.txOutId())
                        + textLength(in.signature())
                        + textLength(in.publicKey());
            }
            for (TxOut out : transaction.txOuts()) {
                length += FIXED_BYTES + textLength(out.account());
            }
        }
        return length;
    }

    private static int textLength(String text) {
        return text == null ? 0 : text.length() * MOST_BYTES_PER_CHAR;
    }

    /**
     * @param below the block that it stands on
     * @throws IllegalArgumentException where the bytes are not what was written for this height
     */
    static Block read(byte[] bytes, Block below) {
        int height = below.height() + 1;
        int length = bytes.length - CHECKSUM_BYTES;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (length < 0 || in.getInt(length) != checksum(bytes, length, height)) {
            throw new IllegalArgumentException("the checksum of block " + height + " does not fit");
        }
        try {
            long timestamp = in.getLong();
            long nonce = in.getLong();
            int difficulty = in.getInt();
            String merkleRoot = readText(in);
            String hash = readText(in);
            Transaction[] transactions = new Transaction[in.getInt()];
            for (int i = 0; i < transactions.length; i++) {
                transactions[i] = readTransaction(in);
            }
            return new Block(
                    Genesis.VERSION,
                    height,
                    timestamp,
                    below.hash(),
                    merkleRoot,
                    nonce,
                    difficulty,
                    List.of(transactions),
                    null,
                    hash);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("block " + height + " ends too early", e);
        }
    }

    private static Transaction readTransaction(ByteBuffer in) {
        int count = in.getInt();
        List<TxIn> ins = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ins.add(new TxIn(in.getInt(), readText(in), readText(in), readText(in)));
        }
        count = in.getInt();
        List<TxOut> outs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            outs.add(new TxOut(readText(in), in.getLong()));
        }
        return new Transaction(ins, outs, readText(in));
    }

    private static String readText(ByteBuffer in) {
        int length = in.getInt();
        if (length == NULL) {
            return null;
        }
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** The height counts, too, so that a block in the wrong place is noticed. */
    private static int checksum(byte[] bytes, int length, int height) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        crc.update(height);
        crc.update(height >> 8);
        crc.update(height >> 16);
        return (int) crc.getValue();
    }
}
