package ingchain.consensus;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chain of 43 blocks that the original program mined, and the balances that it came to. */
final class OriginalChain {
    private static final Path FILE = Path.of("core", "src", "test", "resources", "original-chain.json");

    private OriginalChain() {}

    static List<Block> blocks() {
        try {
            return List.of(Json.read(load().get("chain"), Block[].class));
        } catch (MalformedJson e) {
            throw new IllegalStateException(FILE + " is damaged", e);
        }
    }

    /** By account. */
    static Map<String, Long> balances() {
        Map<String, Long> balances = new LinkedHashMap<>();
        load().getAsJsonObject("balances")
                .asMap()
                .forEach((account, coins) -> balances.put(account, coins.getAsLong()));
        return balances;
    }

    private static JsonObject load() {
        Path root = Path.of(System.getProperty("ingchain.root", "")).toAbsolutePath();
        while (!Files.exists(root.resolve(FILE))) {
            root = root.getParent();
            if (root == null) {
                throw new IllegalStateException("this does not run within the kit: there is no " + FILE);
            }
        }
        try {
            return JsonParser.parseString(Files.readString(root.resolve(FILE))).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
