package ingchain.cli.docs;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes what differs from run to run out of a text: ports are numbered in the order in which they are met. */
final class Chance {
    // From this range systems take a free port; the kit's own are lower.
    private static final Pattern PORT = Pattern.compile("\\b(?:32[7-9]\\d\\d|(?:3[3-9]|[45]\\d|6[0-5])\\d{3})\\b");
    private static final Pattern WAITED = Pattern.compile("(?<=waited )\\d+ (ms|s)\\b");
    private static final int FIRST_PORT = 50_001;

    private final Map<String, Integer> ports = new HashMap<>();

    /** The line as it is every time. */
    String removed(String line) {
        String numbered = PORT.matcher(line)
                .replaceAll(match ->
                        String.valueOf(ports.computeIfAbsent(match.group(), port -> FIRST_PORT + ports.size())));
        return WAITED.matcher(numbered).replaceAll("5 s");
    }
}
