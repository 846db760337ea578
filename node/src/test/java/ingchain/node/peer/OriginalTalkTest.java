package ingchain.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.message.MessageData;
import ingchain.network.Peer;
import ingchain.node.Branch;
import ingchain.node.chain.ChainStore;
import ingchain.node.chain.Ledger;
import ingchain.node.event.Events;
import ingchain.node.limits.Discipline;
import ingchain.node.message.Greeting;
import ingchain.node.peer.Heard.Subject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Talking to an original peer")
class OriginalTalkTest {
    private static final Heard QUESTION = new Heard(Subject.QUESTION, null, null, null, 0);

    private final Ingchain ingchain = new Ingchain();
    private final Events events = new Events();
    private final Desk desk = new Desk("desk", events);
    private final Recorder recorder = new Recorder();
    private final Ledger ledger = new Ledger(ingchain.chain(), ChainStore.NONE, failure -> {});
    private final OriginalTalk talk =
            new OriginalTalk(new Wire(recorder, ledger, new Discipline(() -> 0, events), events), ledger, desk);

    @AfterEach
    void close() {
        desk.close();
    }

    /** What was sent, and when. */
    private record Sent(String text, long nanos) {
        String summary() {
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            JsonElement payload = message.get("payload");
            String type = message.get("type").getAsString();
            if (payload.isJsonArray()) {
                return type + " of " + payload.getAsJsonArray().size();
            }
            return type.equals("allBlock")
                    ? type + " " + payload.getAsJsonObject().get("height")
                    : type;
        }
    }

    private static final class Recorder implements Peer {
        private final List<Sent> sent = new CopyOnWriteArrayList<>();

        @Override
        public String address() {
            return "somewhere:1";
        }

        @Override
        public void send(String message) {
            sent.add(new Sent(message, System.nanoTime()));
        }

        @Override
        public void close() {}

        List<String> summaries() {
            return sent.stream().map(Sent::summary).toList();
        }
    }

    private void say(String message) {
        desk.soon(() -> talk.say(message));
    }

    private void hear(Heard heard) {
        hearAfter(0, heard);
    }

    private void hearAfter(long millis, Heard heard) {
        desk.later(millis, () -> {
            talk.heard(heard);
            talk.taken(heard);
        });
    }

    private void hearBlock(Block block) {
        hear(Heard.showing(Subject.BLOCK, block));
    }

    private void assertSent(String... summaries) {
        await().untilAsserted(() -> assertThat(recorder.summaries()).containsExactly(summaries));
    }

    @Test
    @DisplayName("our answer to its greeting waits for its answer to ours")
    void answerWaits() {
        Branch.grow(ingchain, Branch.ofHeight(3, 0));
        say(Greeting.TEXT);
        hear(QUESTION);
        say(MessageData.of("allBlock", ingchain.chain().tip()).toJson());
        assertSent("latestBlock");
        hearBlock(ingchain.chain().tip());
        assertSent("latestBlock", "allBlock 3");
    }

    @Test
    @DisplayName("one that never answers gets its own answer all the same, after a while")
    void patienceEnds() {
        say(Greeting.TEXT);
        hear(QUESTION);
        assertSent("latestBlock", "allBlock 1");
        assertThat(millisBetween(0, 1)).isGreaterThanOrEqualTo(Pace.FIRST_PATIENCE_MILLIS - 1L);
    }

    private long millisBetween(int first, int second) {
        return TimeUnit.NANOSECONDS.toMillis(
                recorder.sent.get(second).nanos() - recorder.sent.get(first).nanos());
    }

    @Test
    @DisplayName("after a block nothing is sent for the length of the gap, and then it is asked where it stands")
    void gap() {
        List<Block> blocks = Branch.ofHeight(4, 0);
        Branch.grow(ingchain, blocks);
        say(Greeting.TEXT);
        hearBlock(blocks.get(0));
        assertSent("latestBlock", "allBlock 2", "latestBlock");
        assertThat(millisBetween(1, 2)).isGreaterThanOrEqualTo(Pace.GAP_MILLIS - 1L);
        hearBlock(blocks.get(1));
        assertSent("latestBlock", "allBlock 2", "latestBlock", "allBlock 3", "latestBlock");
    }

    @Test
    @DisplayName("the gap is at least twice as long as the peer took to answer")
    void gapGrows() {
        List<Block> blocks = Branch.ofHeight(2, 0);
        Branch.grow(ingchain, blocks);
        say(Greeting.TEXT);
        await().until(() -> recorder.sent.size() == 1);
        hearAfter(600, Heard.showing(Subject.BLOCK, blocks.get(0)));
        assertSent("latestBlock", "allBlock 2", "latestBlock");
        assertThat(millisBetween(1, 2)).isGreaterThanOrEqualTo(1_100);
    }

    @Test
    @DisplayName("what to send is decided when it is sent: a peer that has moved on meanwhile gets what it lacks now")
    void decidesLate() {
        List<Block> blocks = Branch.ofHeight(6, 0);
        Branch.grow(ingchain, blocks.subList(0, 4));
        say(Greeting.TEXT);
        hearBlock(blocks.get(0));
        assertSent("latestBlock", "allBlock 2", "latestBlock");
        Branch.grow(ingchain, blocks);
        // It shows a block that we did not expect. That may be news instead of the answer, so it is asked again.
        hearBlock(blocks.get(4));
        assertSent("latestBlock", "allBlock 2", "latestBlock", "latestBlock");
        hearBlock(blocks.get(4));
        assertSent("latestBlock", "allBlock 2", "latestBlock", "latestBlock", "allBlock 6", "latestBlock");
    }

    @Test
    @DisplayName("a block that it does not append is sent three times and no more")
    void givesUp() {
        List<Block> blocks = Branch.ofHeight(2, 0);
        Branch.grow(ingchain, blocks);
        say(Greeting.TEXT);
        hearBlock(blocks.get(0));
        assertSent("latestBlock", "allBlock 2", "latestBlock");
        hearBlock(blocks.get(0));
        assertSent("latestBlock", "allBlock 2", "latestBlock", "allBlock 2", "latestBlock");
        hearBlock(blocks.get(0));
        // Its questions are markers: were there a fourth try, we would ask where it stands before we answer the second.
        hear(QUESTION);
        hear(QUESTION);
        assertSent(
                "latestBlock",
                "allBlock 2",
                "latestBlock",
                "allBlock 2",
                "latestBlock",
                "allBlock 2",
                "allBlock 2",
                "allBlock 2");
    }

    @Test
    @DisplayName(
            "on another branch, where our tip would seem to be its next block, it is shown one that it is sure to drop")
    void misleadingTip() {
        List<Block> common = Branch.ofHeight(2, 0);
        Branch.grow(ingchain, Branch.onTopOf(common, 4, 1));
        Block theirs = Branch.onTopOf(common, 3, 2).get(2);
        say(Greeting.TEXT);
        hear(QUESTION);
        hearBlock(theirs);
        assertSent("latestBlock", "allBlock 1");
    }

    @Test
    @DisplayName("one that has sent a chain gets ours in one piece, once")
    void wholeChain() {
        Branch.grow(ingchain, Branch.ofHeight(5, 0));
        Block theirs = Branch.ofHeight(3, 1).get(2);
        say(Greeting.TEXT);
        hearBlock(theirs);
        hear(Heard.showing(Subject.CHAIN, theirs));
        assertSent("latestBlock", "receivedChain of 5");
        hear(QUESTION);
        hear(QUESTION);
        assertSent("latestBlock", "receivedChain of 5", "allBlock 5", "allBlock 5");
    }

    @Test
    @DisplayName("a chain that it could not read at once is not sent; it gets the blocks one by one")
    void longChain() {
        List<Block> blocks = Branch.ofHeight(130, 0);
        assertThat(MessageData.of("receivedChain", blocks).toJson().length())
                .isGreaterThan(WholeChain.MAX_BYTES_OF_ORIGINAL);
        Branch.grow(ingchain, blocks);
        say(Greeting.TEXT);
        hear(Heard.showing(Subject.CHAIN, blocks.get(99)));
        hearBlock(blocks.get(99));
        assertSent("latestBlock", "allBlock 101", "latestBlock");
    }

    @Test
    @DisplayName("a program of the steps, which answers a higher block with its own, gets the chain however long it is")
    void programOfTheSteps() {
        List<Block> blocks = Branch.ofHeight(130, 0);
        Branch.grow(ingchain, blocks);
        Block theirs = Branch.ofHeight(3, 1).get(2);
        say(Greeting.TEXT);
        hear(QUESTION);
        hearBlock(theirs);
        assertSent("latestBlock", "allBlock 130");
        hearBlock(theirs);
        assertSent("latestBlock", "allBlock 130", "latestBlock");
        hearBlock(theirs);
        assertSent("latestBlock", "allBlock 130", "latestBlock", "receivedChain of 130");
    }

    @Test
    @DisplayName("transfers wait for their turn, and only so many of them")
    void transfers() {
        for (int i = 0; i < 2 * OriginalTalk.MAX_TRANSFERS; i++) {
            say("{\"type\":\"receivedTransaction\",\"payload\":" + i + "}");
        }
        await().until(() -> recorder.sent.size() >= 1);
        desk.soon(() -> recorder.send("{\"type\":\"waiting " + talk.unsent().size() + "\",\"payload\":0}"));
        await().untilAsserted(
                        () -> assertThat(recorder.summaries()).last().asString().startsWith("waiting "));
        assertThat(recorder.summaries()).last().asString().isEqualTo("waiting " + OriginalTalk.MAX_TRANSFERS);
    }
}
