package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.Answer.Saying;
import ingchain.network.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A node of the student's classes without a network: events are brought to it, and what it says is written down. */
final class LoneNode {
    private final Trial trial;
    private final int number;
    private final Thread owner = Thread.currentThread();
    private final Map<Integer, Line> lines = new TreeMap<>();
    private final List<Saying> said = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Ingchain ingchain;
    private final ChainSync sync;
    private Integer hungUp;

    LoneNode(Trial trial, int number) {
        this.trial = trial;
        this.number = number;
        this.ingchain = trial.scenario().chains().get(number).ingchain();
        this.sync = new ChainSync(ingchain, ForkChoice.LONGEST, this::toAll, this::log);
    }

    /** What it holds before anything has happened. */
    Answer start() {
        return answer(null);
    }

    /** Brings an event to it. */
    Answer meet(Event event) {
        Throwable thrown = null;
        try {
            switch (event.kind()) {
                case OPENED -> lines.put(event.peer(), new Line(event.peer()));
                case CLOSED -> lines.remove(event.peer()).end();
                case RECEIVED -> lines.get(event.peer()).receive(event.text());
                case MINES -> mine();
            }
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        return answer(thrown);
    }

    private void mine() {
        List<Block> below = ingchain.chain().blocks();
        trial.honest().mined(below, sync.mine(Trial.miner(number).account()));
    }

    private Answer answer(Throwable thrown) {
        Answer answer = new Answer(
                List.copyOf(said),
                List.copyOf(logged),
                ingchain.chain().blocks(),
                ingchain.chain().unspentOutputs().all(),
                ingchain.pool().pending(),
                hungUp,
                thrown);
        said.clear();
        logged.clear();
        return answer;
    }

    private void toAll(String text) {
        lines.values().forEach(line -> line.say(text));
    }

    private boolean isOwnThread() {
        boolean own = Thread.currentThread() == owner;
        if (!own) {
            trial.noteOtherThread();
        }
        return own;
    }

    private void log(String line) {
        if (isOwnThread()) {
            logged.add(String.valueOf(line));
        }
    }

    /** The node's end of a connection, as its network would hand it over. */
    private final class Line implements Peer {
        private final int to;
        private final Peer opened;
        private boolean closed;

        Line(int to) {
            this.to = to;
            this.opened = sync.handler().opened(this);
        }

        void receive(String text) {
            sync.handler().received(opened, text.getBytes(StandardCharsets.UTF_8));
        }

        void end() {
            closed = true;
            sync.handler().closed(opened);
        }

        void say(String text) {
            Objects.requireNonNull(text, "a message is a text");
            if (isOwnThread() && !closed) {
                said.add(new Saying(to, trial.one(text)));
            }
        }

        @Override
        public String address() {
            return Scenario.nameOf(to);
        }

        @Override
        public void send(String text) throws IOException {
            if (closed) {
                throw new IOException("the connection with " + address() + " is closed");
            }
            say(text);
        }

        @Override
        public void close() {
            if (isOwnThread() && !closed) {
                closed = true;
                hungUp = to;
            }
        }
    }
}
