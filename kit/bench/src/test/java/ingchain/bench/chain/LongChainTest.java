package ingchain.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.consensus.ChainRules;
import ingchain.json.Json;
import ingchain.transaction.TransactionRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a long chain for measurements")
class LongChainTest {
    private static final List<Block> CHAIN = LongChain.ofSize(250);

    @Test
    @DisplayName("is valid, has the length asked for, and pays its miners by turns")
    void valid() throws Exception {
        assertThat(CHAIN).hasSize(250);
        assertThat(new ChainRules(TransactionRules.STRICT).check(CHAIN).balance(LongChain.miner(7)))
                .isEqualTo(3 * 50); // blocks 7, 107 and 207
    }

    @Test
    @DisplayName("asks for no work beyond one zero bit, and does not reach into the future however long it is")
    void cheap() {
        assertThat(CHAIN).allMatch(block -> block.difficulty() <= 1);
        Block second = CHAIN.get(1);
        Block last = CHAIN.get(249);
        long millisPerBlock = (last.timestamp() - second.timestamp()) / (last.height() - second.height());
        assertThat(Instant.ofEpochMilli(second.timestamp() + 100_000 * millisPerBlock))
                .isBefore(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("is the same chain each time")
    void same() {
        assertThat(LongChain.ofSize(250)).isEqualTo(CHAIN);
    }

    @Test
    @DisplayName("is hashed to the stated hashes by the plain reading that validation is measured against")
    void plainReading() throws Exception {
        int expected = 0;
        for (Block block : CHAIN) {
            expected += (byte) Integer.parseInt(block.hash().substring(0, 2), 16);
        }
        assertThat(PlainReading.parseAndHash(Json.write(CHAIN))).isEqualTo(expected);
    }

    @Test
    @DisplayName("can be grown and asked by the benchmarks, and gives what they look for")
    void access() throws Exception {
        ChainAccess access = new ChainAccess();
        ChainAccess.Still still = new ChainAccess.Still();
        still.size = 120;
        still.grow();
        for (int i = 0; i < 200; i++) {
            assertThat(access.blockByHash(still)).isNotNull();
            assertThat(access.blockByHeight(still)).isNotNull();
            assertThat(access.balance(still)).isPositive();
        }
        ChainAccess.Growing growing = new ChainAccess.Growing();
        growing.size = 20;
        growing.mine();
        growing.startOver();
        access.append(growing);
        assertThat(growing.height()).isEqualTo(20 + ChainAccess.APPENDED);
    }
}
