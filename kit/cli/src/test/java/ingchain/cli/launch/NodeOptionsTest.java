package ingchain.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options that a launcher gives a node's JVM")
class NodeOptionsTest {
    private static final Pattern OPTION = Pattern.compile("-XX:[\\w+=-]+");

    @ParameterizedTest
    @ValueSource(strings = {"ingchain", "ingchain.cmd"})
    @DisplayName("are taken by this Java without a word")
    void accepted(String launcher) throws Exception {
        List<String> options = new ArrayList<>(ofNode(launcher));
        if (!isLinuxOnX64()) {
            options.removeIf(option -> option.contains("StackShadowPages")); // as the launcher does
        }
        assertThat(run(options)).as("%s with %s", launcher, options).isEmpty();
    }

    @Test
    @DisplayName("keep its heap in regions of 1 MB, and have it give back what is free, on every system")
    void heap() throws IOException {
        for (String launcher : List.of("ingchain", "ingchain.cmd")) {
            assertThat(ofNode(launcher))
                    .contains("-XX:G1HeapRegionSize=1m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");
        }
    }

    /** Those for a node alone: in the one launcher up to the end of its case, in the other on lines that ask for it. */
    private static List<String> ofNode(String launcher) throws IOException {
        String text = Files.readString(root().resolve(launcher));
        if (launcher.endsWith(".cmd")) {
            text = String.join(
                    "\n",
                    text.lines().filter(line -> line.contains("==\"node\"")).toList());
        } else {
            int start = text.indexOf("\n    node)");
            text = text.substring(start, text.indexOf(";;", start));
        }
        return OPTION.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseG1GC", "--dry-run", "-cp", System.getProperty("java.class.path"), "ingchain.cli.Main"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")); // they are announced
        Process java = builder.start();
        String said = new String(java.getInputStream().readAllBytes());
        return java.waitFor() == 0 ? said : said + "exit code " + java.exitValue();
    }

    private static boolean isLinuxOnX64() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("ingchain"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
