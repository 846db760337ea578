package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("For editors, scripts and shells there is")
class ForScriptsTest extends SumKitTest {
    @Test
    @DisplayName("the status as JSON and nothing else")
    void status() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        kit.run("check", "1.1");
        assertThat(kit.run("status", "--json")).isZero();
        JsonObject status = json();
        assertThat(status.get("next").getAsString()).isEqualTo("1.2");
        JsonArray exercises = status.getAsJsonArray("exercises");
        assertThat(exercises).hasSize(3);
        assertThat(exercises.get(0).getAsJsonObject().get("done").getAsBoolean())
                .isTrue();
        assertThat(exercises.get(1).getAsJsonObject().get("state").getAsString())
                .isEqualTo("NOT_DONE");
    }

    @Test
    @DisplayName("a check as JSON and nothing else, with the same exit code as without")
    void check() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a - 1;");
        assertThat(kit.run("check", "1", "--json")).isEqualTo(1);
        JsonObject first = json().getAsJsonArray("exercises").get(0).getAsJsonObject();
        assertThat(first.get("outcome").getAsString()).isEqualTo("WRONG");
        JsonObject test = first.getAsJsonArray("tests").get(0).getAsJsonObject();
        assertThat(test.get("name").getAsString()).isEqualTo("Add gives 1");
        assertThat(test.get("cause").getAsString()).contains("Add of 1");

        kit.edit(SUMS, "return a - 1;", "return c;");
        assertThat(kit.run("check", "1.1", "--json")).isEqualTo(1);
        JsonObject error = json().getAsJsonArray("exercises")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("errors")
                .get(0)
                .getAsJsonObject();
        assertThat(error.get("file").getAsString()).isEqualTo(SUMS);
        assertThat(error.get("line").getAsInt()).isEqualTo(9);
    }

    @Test
    @DisplayName("a list with a place for each exercise")
    void list() {
        assertThat(kit.run("list")).isZero();
        assertThat(kit.out()).contains("1.1 add two numbers", SUMS + ":9", "2.1 square a number");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @DisplayName("a script for completion that bash understands, with every command in it")
    void completion() throws IOException, InterruptedException {
        assertThat(kit.run("completion")).isZero();
        assertThat(kit.out()).contains("status", "check", "watch", "hint", "reset", "solution", "--lang");
        Path script = Files.writeString(kit.home().root().resolve("completion"), kit.out());
        Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();
        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    private JsonObject json() {
        return JsonParser.parseString(kit.out()).getAsJsonObject();
    }
}
