package ingchain.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import ingchain.checkpoint.Exercise;
import ingchain.checkpoint.Transcript;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Exercise("3.1")
@DisplayName("3.1 Turn bytes into messages")
class FramerTest {
    private static final String FIRST = "{\"type\":\"latestBlock\",\"payload\":{}}";
    private static final String SECOND = "{\"type\":\"allBlock\",\"payload\":{\"height\":2}}";

    /** Everything that makes it hard to find the end: nesting, quotes, escapes, brackets in texts, long characters. */
    private static final String TRICKY = "{\"type\":\"a\\\\\",\"payload\":[{},[[{\"}\":\"]\"}]],"
            + "\"2009년 \\\"}{[\",\"\\\\\",\"\\u007d\\\\\\\"\",\"🙂{\",\"\",-1.5e3,true,null]}";

    @Test
    @Order(1)
    @DisplayName("a message that arrives in one piece is that message")
    void onePiece(Transcript transcript) throws Exception {
        new Feeder(transcript).feed(FIRST, FIRST).feed(SECOND, SECOND);
    }

    @Test
    @Order(2)
    @DisplayName("two messages that arrive in one piece are two messages, in order")
    void twoInOne(Transcript transcript) throws Exception {
        new Feeder(transcript).feed(FIRST + SECOND, FIRST, SECOND);
    }

    @Test
    @Order(3)
    @DisplayName("a message that arrives in two pieces is complete with the second one")
    void twoPieces(Transcript transcript) throws Exception {
        Feeder feeder = new Feeder(transcript).feed(SECOND.substring(0, 9));
        transcript.suspect("forgets-between-calls");
        feeder.feed(SECOND.substring(9), SECOND);
    }

    @Test
    @Order(4)
    @DisplayName("braces and brackets in a text, or in a name, neither begin nor end anything")
    void bracesInTexts(Transcript transcript) throws Exception {
        transcript.suspect("counts-braces-in-texts");
        inTextsAndNames(transcript, "}", "{", "]", "[", "{{{", "}}}", "\\u007b");
    }

    @Test
    @Order(5)
    @DisplayName("a quotation mark after a backslash does not end the text, unless the backslash is itself escaped")
    void escapes(Transcript transcript) throws Exception {
        transcript.suspect("forgets-escapes");
        inTextsAndNames(transcript, "\\\"}", "{\\\"}");
        transcript.suspect("forgets-escaped-backslash");
        inTextsAndNames(transcript, "}\\\\", "\\\\\\\"{");
    }

    private static void inTextsAndNames(Transcript transcript, String... texts) throws ProtocolException {
        Feeder feeder = new Feeder(transcript);
        for (String text : texts) {
            feeder.feed(message(text), message(text));
            String name = "{\"type\":\"a\",\"" + text + "\":1,\"payload\":{\"" + text + "\":[]}}";
            feeder.feed(name, name);
        }
    }

    @Test
    @Order(6)
    @DisplayName("a cut within a character of several bytes leaves the character whole")
    void cutInCharacter(Transcript transcript) throws Exception {
        for (String character : List.of("é", "년", "🙂")) {
            byte[] bytes = message("2009" + character + "}").getBytes(UTF_8);
            int start = message("2009").length() - 2;
            for (int cut = start + 1; cut < start + character.getBytes(UTF_8).length; cut++) {
                List<byte[]> pieces = Feeder.cut(bytes, cut);
                new Feeder(transcript).feed(pieces.get(0)).feed(pieces.get(1), message("2009" + character + "}"));
            }
        }
    }

    @Test
    @Order(7)
    @DisplayName("a message that arrives byte by byte is complete with its last byte")
    void byteByByte(Transcript transcript) throws Exception {
        new Feeder(transcript).feed(TRICKY, TRICKY);
        transcript.suspect("forgets-between-calls");
        new Feeder(transcript).feedByteByByte(TRICKY);
    }

    @Test
    @Order(8)
    @DisplayName("one piece may hold the end of a message, whole ones, and the beginning of yet another")
    void acrossMessages(Transcript transcript) throws Exception {
        transcript.suspect("forgets-between-calls");
        new Feeder(transcript)
                .feed(FIRST.substring(0, 5))
                .feed(FIRST.substring(5) + SECOND + TRICKY + FIRST.substring(0, 1), FIRST, SECOND, TRICKY)
                .feed(FIRST.substring(1), FIRST);
    }

    @Test
    @Order(9)
    @DisplayName("each connection has a framer of its own: two of them share nothing")
    void twoFramers(Transcript transcript) throws Exception {
        transcript.suspect("shared-between-connections");
        Feeder one = new Feeder(transcript);
        Feeder other = new Feeder(transcript);
        one.feed("{\"type\":\"a\",\"payload\":\"{");
        other.feed(FIRST.substring(0, 20));
        one.feed("\"}", message("{"));
        other.feed(FIRST.substring(20), FIRST);
    }

    @Test
    @Order(10)
    @DisplayName("a cut between a backslash and what follows it changes nothing")
    void cutInEscape(Transcript transcript) throws Exception {
        transcript.suspect("forgets-between-calls");
        new Feeder(transcript)
                .feed("{\"type\":\"a\",\"payload\":\"\\")
                .feed("\"}")
                .feed("\"}", message("\\\"}"))
                .feed("{\"type\":\"a\",\"payload\":\"\\")
                .feed("\\\"}", message("\\\\"))
                .feed("{\"type\":\"a\",\"payload\":\"\\u00")
                .feed("22}\"}", message("\\u0022}"));
    }

    @Test
    @Order(11)
    @DisplayName("wherever the cuts fall, the same messages come out")
    void allCuts(Transcript transcript) throws Exception {
        byte[] bytes = (TRICKY + FIRST).getBytes(UTF_8);
        transcript.step("cut at every place, and into pieces of every size: " + TRICKY + FIRST);
        transcript.suspect("forgets-between-calls");
        for (int cut = 1; cut < bytes.length; cut++) {
            new Feeder(transcript).feedAll(Feeder.cut(bytes, cut), TRICKY, FIRST);
        }
        for (int size = 1; size < bytes.length; size++) {
            new Feeder(transcript).feedAll(Feeder.cut(bytes, cutsEvery(size, bytes.length)), TRICKY, FIRST);
        }
    }

    @Test
    @Order(12)
    @DisplayName("white space between messages belongs to none of them")
    void whiteSpace(Transcript transcript) throws Exception {
        transcript.suspect("refuses-white-space");
        new Feeder(transcript)
                .feed(" \r\n\t" + FIRST + "\n\n" + SECOND + " ", FIRST, SECOND)
                .feed("\n")
                .feed("\t" + FIRST, FIRST)
                .feed("{ \"type\" : \"a\" ,\n \"payload\" : \" } \" }", message(" } "));
    }

    @Test
    @Order(13)
    @DisplayName("what is neither white space nor an opening brace breaks the protocol, first or between messages")
    void garbage(Transcript transcript) throws Exception {
        String because = "a message begins with an opening brace";
        transcript.suspect("lets-garbage-through");
        for (String garbage : List.of("x", "12", "null", "\"text\"", ",", ":", "}", "]", "[", "\\", "\0", "\ufeff")) {
            new Feeder(transcript).refuses(garbage + FIRST, because);
            new Feeder(transcript).feed(FIRST, FIRST).refuses(garbage + SECOND, because);
            new Feeder(transcript).refuses(FIRST + garbage + SECOND, because);
        }
    }

    @Test
    @Order(14)
    @DisplayName("garbage breaks the protocol as soon as it is there, also where nothing follows it")
    void garbageAlone(Transcript transcript) throws Exception {
        transcript.suspect("notices-garbage-late");
        new Feeder(transcript).refuses("GET / HTTP/1.1\r\n\r\n", "this is no message and will never become one");
        new Feeder(transcript).refuses(new byte[] {(byte) 0xff}, "no UTF-8 text holds this byte");
    }

    @Test
    @Order(15)
    @DisplayName("a message of exactly the limit passes, and one byte more breaks the protocol")
    void limit(Transcript transcript) throws Exception {
        limit(transcript, message("a".repeat(10)), "has-no-limit");
        limit(transcript, message("년".repeat(10)), "counts-letters");
    }

    private static void limit(Transcript transcript, String message, String whatWhereItPasses) throws Exception {
        int length = message.getBytes(UTF_8).length;
        transcript.suspect("limit-is-off-by-one");
        Feeder exact = new Feeder(transcript, new MessageFramer(length)).feed(message, message);
        transcript.suspect("limits-the-connection");
        exact.feed(message, message);
        transcript.suspect(whatWhereItPasses);
        new Feeder(transcript, new MessageFramer(length - 1))
                .refuses(message, "it has " + length + " bytes, one more than the limit of this framer");
    }

    @Test
    @Order(16)
    @DisplayName("a message that never ends breaks the protocol at the limit, in one piece or in many")
    void neverEnds(Transcript transcript) throws Exception {
        String endless = "{\"type\":\"" + "a".repeat(91);
        String because = "the message goes on beyond the limit of 100 bytes";
        transcript.suspect("looks-at-the-limit-too-late");
        new Feeder(transcript, new MessageFramer(100)).refuses(endless + "a", because);
        new Feeder(transcript, new MessageFramer(100)).feed(endless).refuses("a", because);
        transcript.suspect("limits-the-piece");
        Feeder feeder = new Feeder(transcript, new MessageFramer(100)).feed(FIRST + endless, FIRST);
        transcript.suspect("looks-at-the-limit-too-late");
        feeder.refuses("a", because);
    }

    @Test
    @Order(17)
    @DisplayName("the limit is that of one message: many together, or white space around them, may be longer")
    void limitOfOne(Transcript transcript) throws Exception {
        List<String> many = Collections.nCopies(50, FIRST);
        String space = " ".repeat(1000);
        transcript.suspect("limits-the-piece");
        new Feeder(transcript, new MessageFramer(FIRST.length()))
                .feed(String.join("", many), many.toArray(String[]::new))
                .feed(space + FIRST + space, FIRST)
                .feed(space)
                .feed(FIRST, FIRST);
    }

    private static int[] cutsEvery(int size, int length) {
        return IntStream.iterate(size, cut -> cut < length, cut -> cut + size).toArray();
    }

    /** A message whose payload is a text, given as it stands between its quotes. */
    private static String message(String text) {
        return "{\"type\":\"a\",\"payload\":\"" + text + "\"}";
    }
}
