package ingchain.json;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import ingchain.block.Block;
import ingchain.transaction.Transaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A block's JSON: its {@code data} is a text in the genesis block and a list of transactions in every other, and the
 * original writes the fields of the two in different orders.
 */
final class BlockAdapter extends TypeAdapter<Block> {
    private final TypeAdapter<Transaction> transactions;

    BlockAdapter(TypeAdapter<Transaction> transactions) {
        this.transactions = transactions;
    }

    @Override
    public void write(JsonWriter out, Block block) throws IOException {
        out.beginObject();
        if (block.text() == null) {
            out.name("nonce").value(block.nonce()).name("difficulty").value(block.difficulty());
            writeHead(out, block);
            out.name("data").beginArray();
            for (Transaction transaction : block.transactions()) {
                transactions.write(out, transaction);
            }
            out.endArray();
            out.name("hash").value(block.hash());
        } else {
            writeHead(out, block);
            out.name("nonce").value(block.nonce()).name("difficulty").value(block.difficulty());
            out.name("hash").value(block.hash()).name("data").value(block.text());
        }
        out.endObject();
    }

    private static void writeHead(JsonWriter out, Block block) throws IOException {
        out.name("version").value(block.version());
        out.name("height").value(block.height());
        out.name("timestamp").value(block.timestamp());
        out.name("previousHash").value(block.previousHash());
        out.name("merkleRoot").value(block.merkleRoot());
    }

    @Override
    public Block read(JsonReader in) throws IOException {
        Fields fields = new Fields();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "version" -> fields.version = once(fields.version, Text.read(in), in);
                case "height" -> fields.height = once(fields.height, WholeNumber.readInt(in), in);
                case "timestamp" -> fields.timestamp = once(fields.timestamp, WholeNumber.read(in), in);
                case "previousHash" -> fields.previousHash = once(fields.previousHash, Text.read(in), in);
                case "merkleRoot" -> fields.merkleRoot = once(fields.merkleRoot, Text.read(in), in);
                case "nonce" -> fields.nonce = once(fields.nonce, WholeNumber.read(in), in);
                case "difficulty" -> fields.difficulty = once(fields.difficulty, WholeNumber.readInt(in), in);
                case "hash" -> fields.hash = once(fields.hash, Text.read(in), in);
                case "data" -> readData(in, fields);
                default -> in.skipValue(); // the original, too, passes over fields that it does not know
            }
        }
        in.endObject();
        return fields.block();
    }

    private void readData(JsonReader in, Fields fields) throws IOException {
        List<Transaction> list = new ArrayList<>();
        if (in.peek() == JsonToken.STRING) {
            fields.text = in.nextString();
        } else {
            in.beginArray();
            while (in.hasNext()) {
                list.add(transactions.read(in));
            }
            in.endArray();
        }
        fields.transactions = once(fields.transactions, list, in);
    }

    /**
     * Two programs may differ on which of two equal names counts, and then they see two different blocks in one text.
     */
    private static <T> T once(T before, T now, JsonReader in) {
        if (before != null) {
            throw new JsonParseException("a name stands twice, at " + in.getPreviousPath());
        }
        return now;
    }

    /** What has been read so far; null where it has not come yet. */
    private static final class Fields {
        private String version;
        private Integer height;
        private Long timestamp;
        private String previousHash;
        private String merkleRoot;
        private Long nonce;
        private Integer difficulty;
        private List<Transaction> transactions;
        private String text;
        private String hash;

        private Block block() {
            return new Block(
                    there(version, "version"),
                    there(height, "height"),
                    there(timestamp, "timestamp"),
                    there(previousHash, "previousHash"),
                    there(merkleRoot, "merkleRoot"),
                    there(nonce, "nonce"),
                    there(difficulty, "difficulty"),
                    there(transactions, "data"),
                    text,
                    there(hash, "hash"));
        }

        private static <T> T there(T value, String name) {
            if (value == null) {
                throw new JsonParseException("a block has no " + name);
            }
            return value;
        }
    }
}
