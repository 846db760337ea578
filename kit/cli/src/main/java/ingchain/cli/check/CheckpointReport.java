package ingchain.cli.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the report of a run of checkpoints while it grows: a JSON object a line. */
final class CheckpointReport {
    private final Path file;
    private final List<RoundEnd> rounds = new ArrayList<>();
    private long read; // bytes
    private int tests;
    private boolean ended;

    CheckpointReport(Path file) {
        this.file = file;
    }

    /** Whether the run came to its own end. */
    boolean ended() {
        return ended;
    }

    /**
     * All tests have run once more.
     *
     * @param tests how many results there were by then, those of earlier rounds included
     * @param millis how long the round took
     */
    record RoundEnd(int tests, long millis) {}

    /** The rounds that have ended. */
    List<RoundEnd> rounds() {
        return List.copyOf(rounds);
    }

    /** The results that were added since the last call. */
    List<TestResult> added() throws IOException {
        List<TestResult> results = new ArrayList<>();
        for (String line : addedLines()) {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            switch (word(event, "event")) {
                case "test" -> {
                    results.add(test(event));
                    tests++;
                }
                case "round" ->
                    rounds.add(new RoundEnd(tests, event.get("millis").getAsLong()));
                case "end" -> ended = true;
                default -> {}
            }
        }
        return results;
    }

    /** Whole lines alone; what was read before is not read again, for this is asked hundreds of times a second. */
    private List<String> addedLines() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= read) {
            return List.of();
        }
        byte[] added;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(read);
            added = in.readAllBytes();
        }
        int end = added.length;
        while (end > 0 && added[end - 1] != '\n') {
            end--;
        }
        read += end;
        return new String(added, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private static TestResult test(JsonObject event) {
        List<String> transcript = new ArrayList<>();
        JsonElement lines = event.get("transcript");
        if (lines instanceof JsonArray array) {
            array.forEach(line -> transcript.add(line.getAsString()));
        }
        return new TestResult(
                word(event, "class"),
                word(event, "name"),
                Outcome.valueOf(word(event, "outcome")),
                word(event, "sentence"),
                word(event, "causeId"),
                word(event, "cause"),
                word(event, "next"),
                transcript,
                List.of(),
                event.get("millis").getAsLong());
    }

    private static String word(JsonObject event, String name) {
        JsonElement value = event.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
