package ingchain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.Samples;
import ingchain.Vectors;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.Receipt;
import ingchain.transaction.TxIn;
import ingchain.wallet.DigitalSignature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JSON that nobody vouches for")
class JsonTest {
    /** A block with a coinbase and a signed transfer. */
    static final Block BLOCK = Samples.on(
            Samples.branch(Samples.ALICE, 1).get(1),
            Samples.BOB,
            Samples.pay(
                    Samples.ALICE,
                    Samples.BOB,
                    20,
                    Samples.unspentAfter(Samples.branch(Samples.ALICE, 1)).of(Samples.ALICE.account())));

    private static final String TEXT = Json.write(BLOCK);
    private static final String COINBASE =
            "{\"txIns\":[{\"txOutIndex\":2}],\"txOuts\":[{\"account\":\"a\",\"amount\":50}],\"hash\":\"h\"}";

    @Test
    @DisplayName(
            "what we write we read back as it was: blocks, chains, transactions, receipts, as a text and as a tree")
    void roundTrip() throws MalformedJson {
        Receipt receipt = DigitalSignature.sign(Samples.ALICE, Samples.BOB.account(), 7);
        Block large = new Block(
                "", Integer.MAX_VALUE, Long.MAX_VALUE, "\"\\\n", "<&>", Long.MIN_VALUE, -1, List.of(), null, "é\0");
        for (Object value :
                List.of(BLOCK, large, Genesis.BLOCK, BLOCK.transactions().get(1), receipt, Samples.ALICE)) {
            assertThat(Json.<Object>read(Json.write(value), typeOf(value))).isEqualTo(value);
            assertThat(Json.<Object>read(Json.tree(value), typeOf(value))).isEqualTo(value);
        }
        List<Block> chain = Vectors.chain();
        assertThat(Json.read(Json.write(chain), Block[].class)).isEqualTo(chain.toArray());
        assertThat(Json.read(Json.tree(chain), Block[].class)).isEqualTo(chain.toArray());
        assertThat(Json.read("[]", Block[].class)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> typeOf(Object value) {
        return (Class<Object>) value.getClass();
    }

    @Test
    @DisplayName("a tree has no name twice, however deep, and is otherwise read as Gson reads it")
    void trees() throws Exception {
        String text = "{\"a\":[1e999999999,\"b\",null,true,{\"a\":{}},[]]}";
        assertThat(Json.read(text, JsonObject.class)).isEqualTo(JsonParser.parseString(text));
        for (String none :
                List.of("{\"a\":1,\"a\":1}", "{\"b\":[{\"a\":1,\"c\":2,\"a\":1}]}", "[]", "{}{}", "{\"a\":01}", "")) {
            assertThatThrownBy(() -> Json.read(none, JsonObject.class)).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    @DisplayName("nulls in a record are left out when it is written, as the original does")
    void nullsLeftOut() {
        assertThat(Json.write(TxIn.coinbase(2))).isEqualTo("{\"txOutIndex\":2}");
        assertThat(Json.write(Map.of("balance", 50L))).isEqualTo("{\"balance\":50}");
    }

    @Test
    @DisplayName("the largest and smallest numbers are read as they are")
    void limits() throws MalformedJson {
        String json = TEXT.replaceFirst("\"nonce\":0", "\"nonce\":9223372036854775807")
                .replaceFirst("\"timestamp\":\\d+", "\"timestamp\":-9223372036854775808")
                .replaceFirst("\"height\":3", "\"height\":2147483647");
        for (Block block :
                List.of(Json.read(json, Block.class), Json.read(JsonParser.parseString(json), Block.class))) {
            assertThat(block.nonce()).isEqualTo(Long.MAX_VALUE);
            assertThat(block.timestamp()).isEqualTo(Long.MIN_VALUE);
            assertThat(block.height()).isEqualTo(Integer.MAX_VALUE);
        }
    }

    @Test
    @DisplayName("names that we do not know are passed over, as the original passes over ours")
    void unknownNames() throws MalformedJson {
        String more = TEXT.replace("{", "{\"more\":[1,{\"deep\":null}],");
        assertThat(Json.read(more, Block.class)).isEqualTo(BLOCK);
        assertThat(Json.read(JsonParser.parseString(more), Block.class)).isEqualTo(BLOCK);
    }

    @Test
    @DisplayName(
            "a block's data is a text or a list of transactions; a text is kept, and there are no transactions then")
    void data() throws MalformedJson {
        String text = TEXT.replaceFirst("\"data\":\\[.*],\"hash\"", "\"data\":\"hi\",\"hash\"");
        Block block = Json.read(text, Block.class);
        assertThat(block.text()).isEqualTo("hi");
        assertThat(block.transactions()).isEmpty();
        String list = TEXT.replaceFirst("\"data\":\\[.*],\"hash\"", "\"data\":[" + COINBASE + "],\"hash\"");
        assertThat(Json.read(list, Block.class).transactions()).hasSize(1);
        for (String wrong : List.of("5", "{}", COINBASE, "true", "[\"text\"]", "[[" + COINBASE + "]]")) {
            MalformedJsonTest.assertMalformed(
                    TEXT.replaceFirst("\"data\":\\[.*],\"hash\"", "\"data\":" + wrong + ",\"hash\""),
                    Block.class,
                    "data");
        }
    }
}
