package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.CHAIN;

import ingchain.json.Json;
import ingchain.node.chain.Work;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.message.Greeting;
import ingchain.node.message.NewBlock;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes messages that are almost right. Random bytes are refused at the first of them; what may find a hole is a message
 * of the real form in which a value or a byte is none that anybody expects.
 */
final class HostileText {
    private static final List<String> GOOD = List.of(
            Greeting.TEXT,
            Envelope.write("allBlock", CHAIN.get(CHAIN.size() - 1)),
            Envelope.write("allBlock", CHAIN.get(0)),
            Envelope.write("receivedChain", CHAIN.subList(0, 3)),
            Envelope.write("receivedTransaction", CHAIN.get(1).transactions().get(0)),
            Envelope.write(
                    "receivedTransaction",
                    BrokenBlocks.flawlessWithTransfer(CHAIN).transactions().get(1)),
            Envelope.write(
                    "transfers",
                    Map.of("transfers", BrokenBlocks.flawlessWithTransfer(CHAIN).transactions())),
            Envelope.write(Claim.TYPE, Claim.of(7, CHAIN.get(6).hash(), BigInteger.TEN)),
            Envelope.write(NewBlock.TYPE, NewBlock.of(BrokenBlocks.flawless(CHAIN), Work.of(CHAIN))),
            Envelope.write(GetBlocks.TYPE, GetBlocks.above(CHAIN)),
            Envelope.write("blocks", Map.of("blocks", CHAIN.subList(1, 3), "more", false)),
            "{\"type\":\"getPeers\",\"payload\":{}}",
            "{\"type\":\"peers\",\"payload\":{\"addresses\":[\"127.0.0.1:8555\"]}}");

    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1e999999999",
            "-0.0",
            "9223372036854775807",
            "9223372036854775808",
            "-2147483648",
            "2147483648",
            "null",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"5\"",
            "\"a\":1",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"type\":\"latestBlock\"}",
            "\"" + "0".repeat(64) + "\"",
            "\"" + "a".repeat(300) + "\"",
            Json.write(CHAIN.get(0)));

    private static final String SPECIAL = "{}[]\",:\\ \n\t0-.eE\u0000\u007f\u00e9\ud83d\ude00";

    private final SplittableRandom random;

    /** @param random decides on everything */
    HostileText(SplittableRandom random) {
        this.random = random;
    }

    /** A message, or what is left of one. */
    String next() {
        StringBuilder text = new StringBuilder(pick(GOOD));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(text);
        }
        return text.toString();
    }

    private void change(StringBuilder text) {
        if (text.isEmpty()) {
            return;
        }
        int place = random.nextInt(text.length());
        switch (random.nextInt(8)) {
            case 0 -> text.setCharAt(place, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
            case 1 -> text.insert(place, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
            case 2 -> text.deleteCharAt(place);
            case 3 -> text.setLength(place);
            case 4 -> text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(50))));
            default -> replaceValue(text, place);
        }
    }

    /** The value after the next colon, with its end wherever the next comma or bracket is. */
    private void replaceValue(StringBuilder text, int place) {
        int start = text.indexOf(":", place) + 1;
        int end = start;
        while (end < text.length() && ",]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        text.replace(start, end, pick(VALUES));
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
