package ingchain.node.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that has happened.
 *
 * @param name what it was, such as {@code tip}
 * @param fields what belongs to it, in order
 */
public record Event(String name, Map<String, String> fields) {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:+/\\[\\]-]+");
    private static final int MOST_CHARACTERS = 300;

    /** @param fields a name and a value after the other */
    static Event of(String name, Object... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(String.valueOf(fields[i]), String.valueOf(fields[i + 1]));
        }
        return new Event(name, Collections.unmodifiableMap(map));
    }

    /**
     * One line of {@code key=value} pairs. Values may hold what a peer has sent: nothing in them ends the line, passes for
     * another field, or means anything to a terminal.
     */
    public String line() {
        StringBuilder line = new StringBuilder("event=").append(name);
        fields.forEach((key, value) -> line.append(' ').append(key).append('=').append(quoted(value)));
        return line.toString();
    }

    private static String quoted(String value) {
        String shown = value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS) + "...";
        String harmless = shown.replaceAll("\\p{C}", "?");
        return PLAIN.matcher(harmless).matches()
                ? harmless
                : '"' + harmless.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
