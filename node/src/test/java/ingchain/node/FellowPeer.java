package ingchain.node;

import com.google.gson.JsonObject;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.message.MessageData;
import ingchain.node.chain.Work;
import ingchain.node.message.Blocks;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.Greeting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A peer that greets as our kind does, and is then as honest as a test wants it to be. */
public final class FellowPeer implements AutoCloseable {
    private final RawPeer raw;
    private int due = 1; // answers to questions; the greeting is one, too

    public FellowPeer(int port) throws Exception {
        raw = new RawPeer(port);
        raw.say(Greeting.TEXT);
    }

    /** Sends a message of our kind. */
    public void say(String type, Object payload) throws Exception {
        raw.say(Envelope.write(type, payload));
    }

    /** Claims to have a chain. */
    public void claim(List<Block> chain) throws Exception {
        claim(chain, Work.of(chain));
    }

    /** Claims to have a chain with some other work. */
    public void claim(List<Block> chain, BigInteger work) throws Exception {
        Block tip = chain.get(chain.size() - 1);
        say(Claim.TYPE, Claim.of(tip.height(), tip.hash(), work));
    }

    /** Passes over everything up to the next message of a type, and gives its payload. */
    public JsonObject hear(String type) throws Exception {
        while (true) {
            JsonObject message = hear();
            if (message.get("type").getAsString().equals(type)) {
                return message.getAsJsonObject("payload");
            }
        }
    }

    /** The next request for blocks. */
    public GetBlocks hearRequest() throws Exception {
        return Json.read(hear(GetBlocks.TYPE), GetBlocks.class);
    }

    /** Answers requests out of a chain until the node has all of it. */
    public void serve(List<Block> chain) throws Exception {
        boolean more = true;
        while (more) {
            Blocks answer = answer(chain, hearRequest());
            say(Blocks.TYPE, answer);
            more = answer.more();
        }
    }

    /** What an honest peer with this chain would answer. */
    public static Blocks answer(List<Block> chain, GetBlocks request) {
        int from = chain.stream()
                .filter(block -> request.locator().contains(block.hash()))
                .mapToInt(Block::height)
                .max()
                .orElse(1);
        int most = request.headers() ? Blocks.MOST_HEADERS : Blocks.MOST_BLOCKS;
        List<Block> part = chain.subList(from, Math.min(chain.size(), from + most));
        List<Block> sent =
                request.headers() ? part.stream().map(FellowPeer::header).toList() : part;
        return new Blocks(sent, from + part.size() < chain.size());
    }

    public static Block header(Block block) {
        return new Block(
                block.version(),
                block.height(),
                block.timestamp(),
                block.previousHash(),
                block.merkleRoot(),
                block.nonce(),
                block.difficulty(),
                List.of(),
                null,
                block.hash());
    }

    /** Waits until the node closes the connection. */
    public boolean isDropped() {
        return raw.isClosedByNode();
    }

    /** Sends any text. */
    public void sayText(String text) throws Exception {
        raw.say(text);
    }

    /** Whether the node answers a question. */
    public boolean isServed() throws Exception {
        return heardUntilServed() != null;
    }

    /** The types of all messages up to the answer to a question that is asked now. */
    public List<String> heardUntilServed() throws Exception {
        raw.say(MessageData.of("latestBlock", List.of()).toJson());
        due++;
        List<String> types = new ArrayList<>();
        while (due > 0) {
            types.add(hear().get("type").getAsString());
        }
        return types;
    }

    private JsonObject hear() throws Exception {
        JsonObject message = raw.hear();
        if (message.get("type").getAsString().equals("allBlock")) {
            due--;
        }
        return message;
    }

    @Override
    public void close() throws Exception {
        raw.close();
    }
}
