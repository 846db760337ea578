package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    @DisplayName("three real nodes end on one chain, the demo with 0")
    void demo() {
        KitFixture kit = new KitFixture(Path.of(System.getProperty("ingchain.root")));
        assertThat(kit.run("demo")).as(kit.out() + kit.err()).isZero();
        assertThat(kit.out()).contains("All three are on one chain: height 7");
    }
}
