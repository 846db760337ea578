package ingchain.bench.chain;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The least that anybody has to do with a chain's text: parse it with Gson and hash each header once. */
public final class PlainReading {
    private PlainReading() {}

    /**
     * @param json a list of blocks
     * @return all hashes, folded into one number so that no compiler can leave them out
     */
    public static int parseAndHash(String json) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        int folded = 0;
        for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
            JsonObject block = element.getAsJsonObject();
            String header = block.get("version").getAsString()
                    + block.get("height").getAsInt()
                    + block.get("timestamp").getAsLong()
                    + block.get("merkleRoot").getAsString()
                    + block.get("previousHash").getAsString()
                    + block.get("difficulty").getAsInt()
                    + block.get("nonce").getAsLong();
            folded += sha256.digest(header.getBytes(StandardCharsets.UTF_8))[0];
        }
        return folded;
    }
}
