package ingchain.consensus;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.network.PeerHandler;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes and the connections between them. Nodes greet when they are connected, as the real network has them do. */
abstract class TestNetwork {
    /** One that takes part: a node, or a stranger. */
    interface Member {
        String name();

        /** Told of connections and of what arrives on them. */
        PeerHandler handler();
    }

    /**
     * More messages than any checkpoint gives reason to send. What is sent beyond is lost, so that nodes that tell each
     * other the same again and again come to an end.
     */
    private static final int MANY = 3_000;

    private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");
    private static final Pattern HEIGHT = Pattern.compile("\"height\":(\\d+)");
    private static final int SHOWN = 80;

    private final Transcript transcript;
    private final AtomicInteger sent = new AtomicInteger();

    TestNetwork(Transcript transcript) {
        this.transcript = transcript;
    }

    /** Connects two members. What they have to say to each other is not waited for. */
    abstract void connect(Member one, Member other) throws IOException;

    /** Sends a message to all that a member is connected with. */
    abstract void broadcast(Member from, String message);

    /** Lets messages go their way until there are none left. */
    final void settle() throws Exception {
        untilSilent();
        if (sent.get() > MANY) {
            throw CheckpointFailure.because(
                    "never-at-rest",
                    "the nodes never come to rest: they have sent each other " + MANY
                            + " messages, and there is no end in sight");
        }
        transcript.step("the network is at rest");
    }

    /** Returns when all that was sent has been dealt with. */
    abstract void untilSilent() throws Exception;

    /**
     * Whether something comes of what was sent. A node may do its work on threads of its own, and so need a moment more
     * than its answers are on their way.
     */
    final boolean brings(Callable<Boolean> outcome) {
        try {
            return transcript.happens(() -> {
                deliverWaiting();
                return outcome.call();
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers what waits to be delivered by hand. */
    abstract void deliverWaiting();

    /** Notes a message that is being sent; false where it is one too many. */
    final boolean mayBeSent(String from, String to, String message) {
        if (sent.incrementAndGet() > MANY) {
            return false;
        }
        transcript.step(from + " tells " + to + ": " + describe(message));
        return true;
    }

    /** How many messages have been sent so far. */
    final int sent() {
        return sent.get();
    }

    final Transcript transcript() {
        return transcript;
    }

    /** "allBlock with block 7": what a person wants to know of a message. */
    static String describe(String message) {
        Matcher type = TYPE.matcher(message);
        long blocks = HEIGHT.matcher(message).results().limit(2).count();
        if (!type.find() || blocks == 0) {
            return message.length() > SHOWN ? message.substring(0, SHOWN) + "..." : message;
        }
        Matcher height = HEIGHT.matcher(message);
        height.find();
        return type.group(1) + (blocks == 1 ? " with block " + height.group(1) : " with several blocks");
    }
}
