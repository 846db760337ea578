package ingchain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the table of measurements")
class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private record Told(String name, List<Row> take) implements Measurement {}

    private static final Measurement GOOD =
            new Told("good", List.of(new Row("Mining", 0.8123, "", Limit.atLeast(0.6), "16 to 20 million a second")));
    private static final Measurement BAD =
            new Told("bad", List.of(new Row("Start", 2.5, "s", Limit.atMost(2), "5 runs")));
    private static final Measurement FOR_INFORMATION =
            new Told("information", List.of(new Row("Hashing", 20, "", null, "")));
    private static final Measurement BROKEN = new Measurement() {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Row> take() throws Exception {
            throw new Exception("no node starts");
        }
    };

    private int run(List<Measurement> all, String... names) {
        return Bench.run(all, List.of(names), printer(out), printer(err));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private List<String> rows() {
        return out.toString(StandardCharsets.UTF_8).lines().skip(4).toList();
    }

    @Test
    @DisplayName("tells figure, unit, target, whether it is met, and what the figure is from")
    void rowsInTable() {
        assertThat(run(List.of(GOOD, BAD, FOR_INFORMATION))).isEqualTo(1);
        assertThat(rows())
                .containsExactly(
                        "| Mining | 0.81 | at least 0.6 | yes | 16 to 20 million a second |",
                        "| Start | 2.50 s | at most 2 s | **no** | 5 runs |",
                        "| Hashing | 20.00 |  |  |  |");
    }

    @Test
    @DisplayName("takes only what it is asked for, and ends with 0 where all of that meets its target")
    void chosen() {
        assertThat(run(List.of(GOOD, BAD, FOR_INFORMATION), "information", "good"))
                .isZero();
        assertThat(rows()).hasSize(2);
    }

    @Test
    @DisplayName("goes on where something cannot be measured, and ends with 1")
    void broken() {
        assertThat(run(List.of(BROKEN, GOOD))).isEqualTo(1);
        assertThat(rows()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broken could not be measured: no node starts");
    }

    @Test
    @DisplayName("measures nothing where a name is wrong")
    void unknown() {
        assertThat(run(List.of(GOOD), "goood")).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no measurement goood", "There are: good.");
    }

    @Test
    @DisplayName("has measurements of different names")
    void names() {
        assertThat(Bench.ALL).extracting(Measurement::name).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("holds a figure to its limit, the bound included, and takes nothing that is no number")
    void limits() {
        assertThat(Limit.atMost(2.5).holds(2.5)).isTrue();
        assertThat(Limit.atMost(2.5).holds(2.51)).isFalse();
        assertThat(Limit.atLeast(1.8).holds(1.8)).isTrue();
        assertThat(Limit.atLeast(1.8).holds(1.79)).isFalse();
        assertThat(Limit.atMost(2.5).holds(Double.NaN)).isFalse();
        assertThat(Limit.atLeast(1.8).holds(Double.NaN)).isFalse();
    }

    @Test
    @DisplayName("takes the middle one of several runs, and one run that was disturbed does not move it")
    void median() {
        assertThat(Median.of(List.of(3.0, 100.0, 1.0))).isEqualTo(3);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
        assertThatThrownBy(() -> Median.of(List.of())).hasMessageContaining("nothing was measured");
    }
}
