package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Runs one checkpoint of a sample, and gives what was reported of it. */
final class SampleRun {
    private SampleRun() {}

    static JsonObject of(Path folder, String name, String method, String parameters) throws Exception {
        Class<?> sample = new TwoSources().loadClass("ingchain.sample." + name);
        Path file = folder.resolve(method);
        try (Report report = new Report(file)) {
            CheckpointRun.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectMethod(sample, method, parameters))
                            .build(),
                    report);
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).isEqualTo("{\"event\":\"end\"}");
        return JsonParser.parseString(lines.get(0)).getAsJsonObject();
    }
}
