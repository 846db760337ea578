package ingchain.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import ingchain.block.Block;
import ingchain.transaction.Transaction;
import java.util.function.Supplier;

/**
 * Writes what we have and reads what others sent. A block is written letter for letter as the original writes it.
 *
 * <p>Gson alone is kind to its input: it takes "5" for 5, and 0 for a number that is missing. A peer's bytes get no
 * such kindness: numbers must be whole and in range, and what must be there is there, or it is {@link MalformedJson}.
 */
public final class Json {
    private static final Gson PARTS = builder().create();
    private static final Gson GSON = builder()
            .registerTypeAdapter(Block.class, new BlockAdapter(PARTS.getAdapter(Transaction.class)))
            .create();

    /** Longest reason that is given; a name that a peer made up can be in it, and a name can be long. */
    private static final int MOST_CHARACTERS = 200;

    private Json() {}

    private static GsonBuilder builder() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setStrictness(Strictness.STRICT)
                .registerTypeAdapterFactory(new StrictRecords())
                .registerTypeAdapter(String.class, new Text.OrNull())
                .registerTypeAdapter(long.class, new WholeNumber.OfLong())
                .registerTypeAdapter(int.class, new WholeNumber.OfInt());
    }

    /** The JSON text of a record, a list or a map; nulls in a record are left out. */
    public static String write(Object value) {
        return GSON.toJson(value);
    }

    /** The same as a tree, to be put into a message. */
    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    /**
     * @param text JSON from anywhere
     * @param type what it should be
     * @throws MalformedJson where it is not that
     */
    public static <T> T read(String text, Class<T> type) throws MalformedJson {
        return checked(
                type, () -> type == JsonObject.class ? type.cast(StrictTree.read(text)) : GSON.fromJson(text, type));
    }

    /** As {@link #read(String, Class)}, from a part of a message that was already taken apart. */
    public static <T> T read(JsonElement json, Class<T> type) throws MalformedJson {
        return checked(type, () -> GSON.fromJson(json, type));
    }

    private static <T> T checked(Class<T> type, Supplier<T> reading) throws MalformedJson {
        String name = type.getSimpleName();
        try {
            T value = reading.get();
            if (value == null) {
                throw new MalformedJson("expected a " + name + " and got nothing", null);
            }
            return value;
        } catch (RuntimeException e) {
            // Gson's own exceptions, and those of a record that refuses to be made without its parts.
            throw new MalformedJson("this is no " + name + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        if (message == null) {
            return "a part of it is missing";
        }
        String line = message.lines()
                .findFirst()
                .orElse("")
                // Advice for a programmer, which no peer can follow.
                .replaceFirst("^Use JsonReader\\S* to accept ", "");
        String reason = line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
        // Whatever a terminal would take for a command must not get into a log.
        return reason.replaceAll("\\p{C}", "?");
    }
}
