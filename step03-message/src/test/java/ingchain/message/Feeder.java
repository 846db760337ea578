package ingchain.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.ReadableBytes;
import ingchain.checkpoint.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Feeds a framer as TCP would, and looks at what comes out. Messages are compared as JSON, not letter by letter. */
final class Feeder {
    private static final int MOST_PIECES = 5;

    private final Transcript transcript;
    private final MessageFramer framer;
    private String returnedLast;

    Feeder(Transcript transcript) {
        this(transcript, new MessageFramer());
    }

    Feeder(Transcript transcript, MessageFramer framer) {
        this.transcript = transcript;
        this.framer = framer;
    }

    /** Feeds one piece, and expects these messages, all of them and no others, to be complete with it. */
    Feeder feed(String piece, String... expected) throws ProtocolException {
        return feed(piece.getBytes(StandardCharsets.UTF_8), expected);
    }

    /** As {@link #feed(String, String...)}, for a piece that may be no whole text. */
    Feeder feed(byte[] piece, String... expected) throws ProtocolException {
        List<String> messages = fed(piece);
        String step = "feed(" + show(piece) + ") returns " + show(messages);
        if (!same(messages, List.of(expected))) {
            throw failure(
                    Misframing.causeId(piece, returnedLast, messages, List.of(expected)),
                    step + ", but these bytes complete " + show(List.of(expected)));
        }
        transcript.step(step);
        returnedLast = messages.isEmpty() ? returnedLast : messages.get(messages.size() - 1);
        return this;
    }

    /** What is thrown where nothing should be is noted with the bytes that led to it. */
    private List<String> fed(byte[] piece) throws ProtocolException {
        transcript.gives(piece);
        try {
            return framer.feed(piece);
        } catch (ProtocolException | RuntimeException e) {
            transcript.step("feed(" + show(piece) + ") throws " + e.getClass().getSimpleName() + ", though there is"
                    + " nothing wrong with these bytes");
            throw e;
        }
    }

    private static CheckpointFailure failure(String causeId, String sentence) {
        return causeId == null ? new CheckpointFailure(sentence) : CheckpointFailure.because(causeId, sentence);
    }

    /** Feeds a message one byte at a time, and expects it to be complete with the last byte, and none before. */
    void feedByteByByte(String message) throws ProtocolException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length - 1; i++) {
            List<String> messages = fed(new byte[] {bytes[i]});
            if (!same(messages, List.of())) {
                throw new CheckpointFailure("fed byte by byte with " + show(Arrays.copyOf(bytes, i + 1))
                        + " the framer returns " + show(messages) + ", but none is complete by then");
            }
        }
        transcript.step("fed byte by byte with " + show(Arrays.copyOf(bytes, bytes.length - 1))
                + " the framer returns no message");
        feed(Arrays.copyOfRange(bytes, bytes.length - 1, bytes.length), message);
    }

    /** Feeds several pieces, one after the other, and expects these messages to have come out of them by the end. */
    Feeder feedAll(List<byte[]> pieces, String... expected) throws ProtocolException {
        List<String> messages = new ArrayList<>();
        for (byte[] piece : pieces) {
            List<String> complete = fed(piece);
            messages.addAll(complete == null ? List.of() : complete);
        }
        if (!same(messages, List.of(expected))) {
            throw new CheckpointFailure("fed with " + show(pieces.toArray(byte[][]::new)) + " the framer returns "
                    + show(messages) + ", and not " + show(List.of(expected)));
        }
        return this;
    }

    /** Feeds one piece that breaks the protocol. */
    void refuses(String piece, String because) {
        refuses(piece.getBytes(StandardCharsets.UTF_8), because);
    }

    /** As {@link #refuses(String, String)}, for a piece that may be no text. */
    void refuses(byte[] piece, String because) {
        transcript.gives(piece);
        List<String> messages;
        try {
            messages = framer.feed(piece);
        } catch (ProtocolException e) {
            transcript.step("feed(" + show(piece) + ") throws a ProtocolException: " + e.getMessage());
            return;
        }
        throw new CheckpointFailure("feed(" + show(piece) + ") returns " + show(messages)
                + ", and throws no ProtocolException, though " + because);
    }

    /** The bytes cut into pieces at these places. */
    static List<byte[]> cut(byte[] bytes, int... places) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int to : places) {
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        pieces.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return pieces;
    }

    private static boolean same(List<String> messages, List<String> expected) {
        return messages != null && (messages.equals(expected) || json(messages).equals(json(expected)));
    }

    private static List<Object> json(List<String> messages) {
        return messages.stream().map(Feeder::json).toList();
    }

    /** The JSON, or the text where it is none. */
    private static Object json(String message) {
        try {
            JsonElement json = JsonParser.parseString(message);
            return json.isJsonObject() ? json : message;
        } catch (JsonParseException e) {
            return message;
        }
    }

    private static String show(List<String> messages) {
        if (messages == null) {
            return "null";
        }
        List<String> first =
                messages.stream().limit(3).map(ReadableBytes::quote).toList();
        return switch (messages.size()) {
            case 0 -> "no message";
            case 1 -> "1 message: " + first.get(0);
            default -> messages.size() + " messages: " + String.join(" and ", first);
        };
    }

    private static String show(byte[]... pieces) {
        List<String> texts =
                Stream.of(pieces).limit(MOST_PIECES).map(ReadableBytes::quote).toList();
        String more = pieces.length > MOST_PIECES ? " | ... (" + pieces.length + " pieces)" : "";
        return String.join(" | ", texts) + more;
    }
}
