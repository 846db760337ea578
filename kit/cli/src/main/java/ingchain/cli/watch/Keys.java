package ingchain.cli.watch;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.utils.NonBlockingReader;

/** Reads keys as they are pressed. */
final class Keys implements Runnable {
    private static final int ESCAPE = 27;
    private static final int ESCAPE_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 200;
    private static final Map<String, String> SEQUENCES =
            Map.of("[A", "up", "OA", "up", "[B", "down", "OB", "down", "[5~", "page-up", "[6~", "page-down");
    /** What a Korean keyboard writes when it was left in Korean: the key is the same. */
    private static final Map<Integer, String> KOREAN = Map.ofEntries(
            Map.entry((int) 'ㅗ', "h"),
            Map.entry((int) 'ㄱ', "r"),
            Map.entry((int) 'ㅣ', "l"),
            Map.entry((int) 'ㄴ', "s"),
            Map.entry((int) 'ㅇ', "d"),
            Map.entry((int) 'ㅂ', "q"),
            Map.entry((int) 'ㅛ', "y"),
            Map.entry((int) 'ㅜ', "n"),
            Map.entry((int) 'ㅌ', "x"),
            Map.entry((int) 'ㅓ', "j"),
            Map.entry((int) 'ㅏ', "k"));

    private final NonBlockingReader reader;
    private final Consumer<Event> events;

    Keys(NonBlockingReader reader, Consumer<Event> events) {
        this.reader = reader;
        this.events = events;
    }

    @Override
    public void run() {
        try {
            int c = NonBlockingReader.READ_EXPIRED;
            while (c != NonBlockingReader.EOF) {
                String key = c < 0 ? "" : name(c);
                if (!key.isEmpty()) {
                    events.accept(new Event.Key(key));
                }
                // Not for ever: a terminal cannot be closed while somebody reads from it.
                c = reader.read(PATIENCE_MILLIS);
            }
        } catch (IOException e) {
            // The terminal is closed.
        }
        events.accept(new Event.Gone());
    }

    private String name(int c) throws IOException {
        return switch (c) {
            case ESCAPE -> sequence();
            case '\r', '\n' -> "enter";
            case 4 -> "q";
            case 12 -> "redraw";
            case ' ' -> "page-down";
            default -> KOREAN.getOrDefault(c, c < ' ' ? "" : new String(Character.toChars(c)).toLowerCase());
        };
    }

    /** What follows an escape at once belongs to it; alone it is the key itself. */
    private String sequence() throws IOException {
        StringBuilder sequence = new StringBuilder();
        int c = reader.read(ESCAPE_MILLIS);
        while (c >= 0) {
            sequence.append((char) c);
            boolean ends = sequence.length() > 1 && c >= '@' && c <= '~';
            if (ends || sequence.length() == 1 && c != '[' && c != 'O') {
                break;
            }
            c = reader.read(ESCAPE_MILLIS);
        }
        return sequence.length() == 0 ? "escape" : SEQUENCES.getOrDefault(sequence.toString(), "");
    }
}
