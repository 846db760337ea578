package ingchain.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Who looks at each byte once needs a fraction of a second for these. Who starts over with each piece looks at some
 * 34,000,000,000 bytes.
 */
@Exercise(value = "3.1", seconds = 20)
@DisplayName("3.1 A long message")
class LongMessageTest {
    private static final int REPEATS = 200_000;
    private static final int LEAST = 100;
    private static final int MORE = 150;

    private final String before = "{\"type\":\"latestBlock\",\"payload\":{}}";
    private final String message = "{\"type\":\"a\",\"payload\":\"" + "2009년 \\\"}{🙂 ".repeat(REPEATS) + "\"}";

    @Test
    @Order(1)
    @DisplayName("a message of three megabytes that arrives in thousands of pieces is complete in good time")
    void thousandsOfPieces(Transcript transcript) throws Exception {
        byte[] bytes = message.getBytes(UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        Random random = new Random(31);
        for (int from = 0, to; from < bytes.length; from = to) {
            to = Math.min(bytes.length, from + LEAST + random.nextInt(MORE));
            pieces.add(Arrays.copyOfRange(bytes, from, to));
        }
        transcript.step("a message of " + bytes.length + " bytes in " + pieces.size() + " pieces");
        transcript.suspect("starts-over-with-each-piece");
        new Feeder(transcript).feedAll(pieces, message);
    }

    @Test
    @Order(2)
    @DisplayName("the same message in one piece, with others before and after it, is found among them")
    void onePiece(Transcript transcript) throws Exception {
        new Feeder(transcript).feedAll(List.of((before + message + before).getBytes(UTF_8)), before, message, before);
    }
}
