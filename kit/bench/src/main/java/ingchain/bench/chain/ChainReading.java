package ingchain.bench.chain;

import ingchain.block.Block;
import ingchain.consensus.ChainRules;
import ingchain.consensus.InvalidBlock;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutputs;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chain of 10,000 blocks, from its text on: with all that the rules ask for, and with the least. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class ChainReading {
    private String json;

    @Setup
    public void write() {
        json = Json.write(LongChain.ofSize(ValidationTime.BLOCKS));
    }

    @Benchmark
    public UnspentOutputs validate() throws MalformedJson, InvalidBlock {
        return new ChainRules(TransactionRules.STRICT).check(List.of(Json.read(json, Block[].class)));
    }

    @Benchmark
    public int parseAndHash() throws NoSuchAlgorithmException {
        return PlainReading.parseAndHash(json);
    }
}
