package ingchain.node.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.block.Block;
import ingchain.message.ProtocolException;
import ingchain.node.Branch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request for blocks")
class GetBlocksTest {
    @Test
    @DisplayName("names ten blocks from the tip down, then some farther and farther apart, and the genesis block last")
    void locator() {
        List<Block> chain = Branch.cheap(200, 0);
        List<Integer> heights = GetBlocks.above(chain).locator().stream()
                .map(hash -> chain.stream()
                        .filter(block -> block.hash().equals(hash))
                        .findFirst()
                        .orElseThrow()
                        .height())
                .toList();
        assertThat(heights.subList(0, 10))
                .containsExactly(200, 199, 198, 197, 196, 195, 194, 193, 192, 191)
                .isEqualTo(heights.subList(0, 10));
        assertThat(heights).endsWith(1).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(heights).hasSizeLessThan(20);
    }

    @Test
    @DisplayName("survives being written and read")
    void roundTrip() throws Exception {
        GetBlocks request = GetBlocks.above(Branch.ofHeight(5, 0));
        String text = Envelope.write(GetBlocks.TYPE, request);
        assertThat(MessageType.of(text)).isEqualTo(GetBlocks.TYPE);
        assertThat(Envelope.payload(text, GetBlocks.TYPE, GetBlocks.class)).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"locator\":[],\"headers\":false}",
                "{\"locator\":[null],\"headers\":false}",
                "{\"headers\":false}",
                "{\"locator\":[\"a\"]}",
                "[]",
                "null",
                "{\"locator\":[\"a\"],\"headers\":false,\"headers\":true}"
            })
    @DisplayName("of another form is refused with a sentence")
    void malformed(String payload) {
        String text = "{\"type\":\"getBlocks\",\"payload\":" + payload + "}";
        assertThatThrownBy(() -> Envelope.payload(text, GetBlocks.TYPE, GetBlocks.class))
                .isInstanceOf(ProtocolException.class);
    }
}
