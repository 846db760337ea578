package ingchain.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.transaction.Transaction;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a block's text with anything changed in it")
class JsonFuzzTest {
    private static final long SEED = 20_251_029;
    private static final int TEXTS = 20_000;
    private static final String[] PIECES = {
        "null",
        "true",
        "{}",
        "[]",
        "[",
        "{",
        "]",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "-",
        "0",
        "9",
        ".",
        "e9",
        "1e999999999",
        "99999999999999999999",
        "\"txIns\":",
        "\"data\":",
        "\"height\":1,",
        "\u0000",
        "\ud800",
        "한",
        "NaN",
        "/*",
        " "
    };

    /** Its texts are short, so that most changes hit names, numbers and brackets. */
    private static final Block GOOD =
            new Block("1", 3, 1_700_000_000_000L, "b", "c", 4, 5, List.of(coinbase(), transfer()), null, "d");

    private static Transaction coinbase() {
        return new Transaction(List.of(TxIn.coinbase(3)), List.of(new TxOut("e", 50)), "f");
    }

    private static Transaction transfer() {
        TxIn in = new TxIn(0, "g", "h", "i");
        return new Transaction(List.of(in, in), List.of(new TxOut("j", 20), new TxOut("k", 80)), "l");
    }

    @Test
    @DisplayName("gives a block or MalformedJson and nothing else; as a tree it gives the same block")
    void onlyBlocksAndMalformedJson() {
        Random random = new Random(SEED);
        String good = Json.write(GOOD);
        int blocks = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(good, random);
            try {
                Block asText = readText(text);
                if (asText != null) {
                    blocks++;
                    assertThat(readTree(text)).isEqualTo(asText);
                    assertThat(readText(Json.write(asText))).isEqualTo(asText);
                } else if (i % 2 == 0) {
                    readTree(text);
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("text " + i + " with seed " + SEED + ": " + text, e);
            }
        }
        assertThat(blocks).as("texts that are still a block").isBetween(TEXTS / 40, TEXTS / 2);
    }

    private static Block readText(String text) {
        try {
            return Json.read(text, Block.class);
        } catch (MalformedJson e) {
            return refused(e);
        }
    }

    private static Block readTree(String text) {
        JsonElement tree;
        try {
            tree = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return null;
        }
        try {
            return Json.read(tree, Block.class);
        } catch (MalformedJson e) {
            return refused(e);
        }
    }

    private static Block refused(MalformedJson e) {
        if (!MalformedJsonTest.isSentence(e.getMessage())) {
            throw new AssertionError("not for a person: " + e.getMessage());
        }
        return null;
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), at + 1 + random.nextInt(random.nextInt(5) == 0 ? 200 : 3));
            switch (random.nextInt(5)) {
                case 0 -> mutant.setCharAt(at, (char) random.nextInt(128));
                case 1 -> mutant.delete(at, to);
                case 2 -> mutant.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> mutant.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                default -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, to));
            }
        }
        return mutant.toString();
    }
}
