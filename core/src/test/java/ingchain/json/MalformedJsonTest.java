package ingchain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TxOut;
import ingchain.transaction.UnspentOutput;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON that is not what it should be")
class MalformedJsonTest {
    private static final String TEXT = Json.write(JsonTest.BLOCK);
    private static final Pattern SENTENCE = Pattern.compile("(this is no|expected an?) \\P{C}{1,300}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "height",
                "timestamp",
                "previousHash",
                "merkleRoot",
                "nonce",
                "difficulty",
                "data",
                "hash"
            })
    @DisplayName(
            "a block is refused, with the field's name, where a field is missing, null, of another type or there twice")
    void everyField(String field) {
        JsonObject json = JsonParser.parseString(TEXT).getAsJsonObject();
        json.remove(field);
        assertMalformed(json.toString(), Block.class, "has no " + field);
        for (String wrong : List.of("null", "true", "{}", "[[]]", "[null]", "1.5", "[1]")) {
            json.add(field, JsonParser.parseString(wrong));
            assertMalformed(json.toString(), Block.class, field);
        }
        String again = "{\"" + field + "\":"
                + JsonParser.parseString(TEXT).getAsJsonObject().get(field) + ",";
        String twice = again + TEXT.substring(1);
        MalformedJson e = catchThrowableOfType(MalformedJson.class, () -> Json.read(twice, Block.class));
        assertThat(e).hasMessageContaining("twice").hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({
        "height, 2147483648",
        "height, -2147483649",
        "height, 4294967298",
        "height, 18446744073709551618",
        "height, '\"2\"'",
        "height, 2.0",
        "height, 2e0",
        "height, 1e999999999",
        "height, 1e-999999999",
        "difficulty, 4294967296",
        "difficulty, 1e1",
        "difficulty, '\"0\"'",
        "timestamp, 9223372036854775808",
        "timestamp, 1.5",
        "timestamp, 1e999999999",
        "timestamp, '\"1\"'",
        "nonce, 18446744073709551621",
        "nonce, -9223372036854775809",
        "nonce, 0.1",
        "nonce, 1E400",
        "nonce, ''"
    })
    @DisplayName(
            "a number is refused where it is a text, not whole, written as a fraction or power, or out of range; never cut to fit")
    void numbers(String field, String number) {
        String json = TEXT.replaceFirst("(\"" + field + "\":)-?\\d+", "$1" + number);
        assertMalformed(json, Block.class, number.isEmpty() ? "" : field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "5",
                "[]",
                "\"text\"",
                "{'txIns':[],'txOuts':[]}",
                "{'txIns':[],'hash':'h'}",
                "{'txOuts':[],'hash':'h'}",
                "{'txIns':null,'txOuts':[],'hash':'h'}",
                "{'txIns':[],'txOuts':[],'hash':null}",
                "{'txIns':[],'txOuts':[],'hash':5}",
                "{'txIns':{},'txOuts':[],'hash':'h'}",
                "{'txIns':[null],'txOuts':[],'hash':'h'}",
                "{'txIns':[{}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutId':'a'}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':null}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':'1'}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':1.5}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':4294967297}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':1,'txOutId':1}],'txOuts':[],'hash':'h'}",
                "{'txIns':[{'txOutIndex':1,'signature':[]}],'txOuts':[],'hash':'h'}",
                "{'txIns':[],'txOuts':[null],'hash':'h'}",
                "{'txIns':[],'txOuts':[{}],'hash':'h'}",
                "{'txIns':[],'txOuts':[{'account':'a'}],'hash':'h'}",
                "{'txIns':[],'txOuts':[{'amount':5}],'hash':'h'}",
                "{'txIns':[],'txOuts':[{'account':5,'amount':5}],'hash':'h'}",
                "{'txIns':[],'txOuts':[{'account':'a','amount':'5'}],'hash':'h'}",
                "{'txIns':[],'txOuts':[{'account':'a','amount':18446744073709551621}],'hash':'h'}",
                "{'txIns':[],'txOuts':[[]],'hash':'h'}"
            })
    @DisplayName(
            "a transaction is refused where anything in it is missing, null or of another type, by itself and in a block")
    void transactions(String quoted) {
        String transaction = quoted.replace('\'', '"');
        assertMalformed(transaction, Transaction.class, "");
        String block = TEXT.replace("\"data\":[", "\"data\":[" + transaction + ",");
        assertMalformed(block, Block.class, "data[0]");
    }

    @Test
    @DisplayName(
            "the place of what is wrong is named, down to the number in the output of a transaction of a block of a chain")
    void deepPlace() {
        String chain = "[" + TEXT + "," + TEXT.replaceFirst("\"amount\":50", "\"amount\":\"50\"") + "]";
        assertMalformed(chain, Block[].class, "$[1].data[0].txOuts[0].amount");
        assertMalformed("[" + TEXT + ",null]", Block[].class, "$[1]");
        assertMalformed(
                TEXT.replaceFirst(",\"amount\":50", ""), Block.class, "a TxOut has no amount, at $.data[0].txOuts[0]");
        assertMalformed(
                "{\"sender\":{\"account\":\"a\",\"publicKey\":\"b\"},\"received\":\"c\",\"signature\":\"d\"}",
                Receipt.class,
                "has no amount");
        assertMalformed(
                "{\"sender\":null,\"received\":\"c\",\"amount\":1,\"signature\":\"d\"}", Receipt.class, "sender");
        assertMalformed(
                "{\"sender\":{\"account\":\"a\"},\"received\":\"c\",\"amount\":1,\"signature\":\"d\"}",
                Receipt.class,
                "publicKey");
        assertMalformed("{\"txOutId\":\"a\",\"account\":\"a\",\"amount\":1}", UnspentOutput.class, "txOutIndex");
    }

    @Test
    @DisplayName("two equal names in a transaction are refused: two programs might see two different ones")
    void twice() {
        assertThatThrownBy(() -> Json.read("{\"account\":\"a\",\"amount\":1,\"amount\":2}", TxOut.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("twice")
                .hasMessageContaining("amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "{",
                "[",
                "{\"height\"",
                "{\"height\":",
                "{]",
                "{'height':2}",
                "{height:2}",
                "{\"height\":NaN}",
                "{\"height\":01}",
                "// comment\n{}",
                "{\"version\":\"\t\"}",
                "\"\\ud83d",
                "\"\\x\"",
                "\0"
            })
    @DisplayName("what is no JSON is refused with a sentence")
    void noJson(String text) {
        assertThatThrownBy(() -> Json.read(text, Block.class)).satisfies(e -> assertReadable(e));
    }

    @Test
    @DisplayName("what follows the JSON is refused")
    void trailing() {
        for (String after : List.of("{}", "x", ",", "]")) {
            assertThatThrownBy(() -> Json.read(TEXT + after, Block.class)).satisfies(e -> assertReadable(e));
        }
    }

    @Test
    @DisplayName("nothing at all is refused")
    void nothing() {
        assertThatThrownBy(() -> Json.read(JsonNull.INSTANCE, Block.class)).satisfies(e -> assertReadable(e));
        assertThatThrownBy(() -> Json.read((JsonObject) null, Block.class)).satisfies(e -> assertReadable(e));
        assertThatThrownBy(() -> Json.read((String) null, Block.class)).satisfies(e -> assertReadable(e));
    }

    @Test
    @DisplayName("what only a forgiving reader takes for JSON is refused, be the block in it perfect")
    void forgiving() {
        for (String text : List.of(
                TEXT.replace('"', '\''),
                TEXT.replace("\"height\"", "height"),
                TEXT.replace(",\"height\"", ";\"height\""),
                TEXT.replace("\"height\":", "\"height\"="),
                "/* hello */" + TEXT,
                TEXT.replace(",\"height\"", ", # hello\n\"height\""),
                ")]}'\n" + TEXT)) {
            assertThatThrownBy(() -> Json.read(text, Block.class)).as(text).satisfies(e -> assertReadable(e));
        }
    }

    @Test
    @DisplayName("a hundred thousand brackets are refused, and fill no stack")
    void deep() {
        for (String open : List.of("[", "{\"a\":", "[{\"more\":")) {
            String deep = open.repeat(100_000);
            for (Class<?> type : List.of(Block.class, Block[].class, Transaction.class)) {
                assertThatThrownBy(() -> Json.read(deep, type)).satisfies(e -> assertReadable(e));
                String inData = TEXT.replace("\"data\":[", "\"data\":[" + deep);
                assertThatThrownBy(() -> Json.read(inData, type)).satisfies(e -> assertReadable(e));
                String inUnknown = "{\"more\":" + deep;
                assertThatThrownBy(() -> Json.read(inUnknown, type)).satisfies(e -> assertReadable(e));
            }
        }
    }

    @Test
    @DisplayName("what a peer wrote cannot put commands for a terminal, new lines or a whole book into a message")
    void messageIsTame() {
        for (String name : List.of("\u001b[2J", "a\\nb", "\u202e", "x".repeat(100_000))) {
            assertThatThrownBy(() -> Json.read("{\"" + name + "\":nonsense", Block.class))
                    .satisfies(e -> assertReadable(e));
        }
    }

    /** Malformed as a text and, where it is JSON at all, as a tree that somebody else has read. */
    static void assertMalformed(String json, Class<?> type, String named) {
        assertThatThrownBy(() -> Json.read(json, type))
                .as(json)
                .satisfies(e -> assertReadable(e))
                .hasMessageContaining(named);
        if (!json.contains(":,")) {
            assertThatThrownBy(() -> Json.read(JsonParser.parseString(json), type))
                    .as("tree of %s", json)
                    .satisfies(e -> assertReadable(e))
                    .hasMessageContaining(named);
        }
    }

    static void assertReadable(Throwable failure) {
        assertThat(failure).isExactlyInstanceOf(MalformedJson.class);
        assertThat(isSentence(failure.getMessage())).as(failure.getMessage()).isTrue();
    }

    /** Short, of one line, and not Java's or Gson's own words for a programmer. */
    static boolean isSentence(String message) {
        return SENTENCE.matcher(message).matches() && !message.contains("Exception") && !message.contains("JsonReader");
    }
}
