package ingchain.cli.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BusyLoopsTest {
    private final Home home = new Home(Path.of(System.getProperty("ingchain.root")));

    @Test
    @DisplayName("busy loops run until they are closed, and a soak without them is told to prove nothing")
    void endWhenClosed() throws Exception {
        BusyLoops loops = new BusyLoops(home, new Cores(List.of(), 1, "1"));
        try (loops) {
            loops.assertBusy();
        }
        assertThat(ProcessHandle.current().children()).noneMatch(BusyLoopsTest::isBusyLoops);
        assertThatThrownBy(loops::assertBusy).isInstanceOf(Failure.class).hasMessageContaining("prove nothing");
    }

    private static boolean isBusyLoops(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(BusyLoops.class.getName());
    }
}
