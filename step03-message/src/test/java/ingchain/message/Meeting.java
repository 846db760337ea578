package ingchain.message;

import ingchain.Ingchain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.network.P2PNetwork;
import ingchain.network.Peer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes with a connection between them that the checkpoint carries messages over by hand, one at a time. */
final class Meeting {
    private static final int SHOWN = 60;

    private final Transcript transcript;
    private final End first;
    private final End second;

    Meeting(Transcript transcript, Ingchain a, Consensus decidesForA, Ingchain b, Consensus decidesForB) {
        this.transcript = transcript;
        this.first = new End("the first node", a, decidesForA);
        this.second = new End("the second node", b, decidesForB);
        transcript.step("two nodes with chains of height " + a.chain().height() + " and "
                + b.chain().height() + " meet");
        first.meets(second);
        second.meets(first);
    }

    /**
     * Lets both greet, and carries messages until there are none left.
     *
     * @param most how many messages are enough
     * @param outcome what is to have come of it; a node may take a moment to say what it has to say
     * @return whether it has
     */
    boolean untilSilent(int most, Callable<Boolean> outcome) throws Exception {
        first.toSend.add(P2PNetwork.GREETING);
        second.toSend.add(P2PNetwork.GREETING);
        AtomicInteger left = new AtomicInteger(most);
        boolean came = transcript.happens(() -> {
            carryAll(left);
            return outcome.call();
        });
        transcript.step("both nodes are silent");
        return came;
    }

    private void carryAll(AtomicInteger left) {
        while (first.sendsTo(second) | second.sendsTo(first)) {
            if (left.decrementAndGet() < 0) {
                throw CheckpointFailure.because(
                        "never-falls-silent", "two nodes send each other messages for ever: there is no end in sight");
            }
        }
    }

    /** One of the two. */
    private final class End {
        private final String name;
        private final MessageHandler handler;
        private final Queue<String> toSend = new ConcurrentLinkedQueue<>();
        private Peer other;
        private volatile boolean closed;

        End(String name, Ingchain ingchain, Consensus consensus) {
            this.name = name;
            this.handler = new MessageHandler(new Message(ingchain, consensus, data -> {}), transcript::step);
        }

        /** From now on what this node says to the other waits in {@code toSend}. */
        void meets(End end) {
            other = handler.opened(new Peer() {
                @Override
                public String address() {
                    return end.name;
                }

                @Override
                public void send(String message) {
                    toSend.add(message);
                }

                @Override
                public void close() {
                    closed = true;
                }
            });
        }

        /** Carries one message over; false where there is none. */
        boolean sendsTo(End end) {
            String message = toSend.poll();
            if (message == null) {
                return false;
            }
            transcript.step(
                    name + " says " + (message.length() > SHOWN ? message.substring(0, SHOWN) + "..." : message));
            end.handler.received(end.other, message.getBytes(StandardCharsets.UTF_8));
            if (end.closed) {
                throw CheckpointFailure.because("takes-it-for-an-offence", end.name + " closed the connection");
            }
            return true;
        }
    }
}
