package ingchain.consensus;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import ingchain.network.P2PNetwork;
import ingchain.network.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network without threads, sockets or time. Every message waits in the queue of its link until it is delivered by a
 * call, so a checkpoint decides on the order in which things happen. Nodes may speak from whatever thread they like.
 */
final class MemoryNetwork extends TestNetwork {
    private final List<Link> links = new CopyOnWriteArrayList<>();

    MemoryNetwork(Transcript transcript) {
        super(transcript);
    }

    /** One direction of a connection: what {@code from} says to {@code to}. */
    final class Link {
        private final Member from;
        private final Member to;
        private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
        private Peer sender; // as the one who receives sees it
        private volatile boolean closed;

        private Link(Member from, Member to) {
            this.from = from;
            this.to = to;
        }

        /** Whether there is something to deliver. */
        boolean isWaiting() {
            return !waiting.isEmpty();
        }

        @Override
        public String toString() {
            return from.name() + " to " + to.name();
        }
    }

    /** All links, in the order in which they were made; each connection has two. */
    List<Link> links() {
        return List.copyOf(links);
    }

    @Override
    void connect(Member one, Member other) {
        transcript().step(one.name() + " and " + other.name() + " are connected");
        Link there = new Link(one, other);
        Link back = new Link(other, one);
        open(there, back);
        open(back, there);
        links.add(there);
        links.add(back);
        say(there, P2PNetwork.GREETING);
        say(back, P2PNetwork.GREETING);
    }

    /** Tells the one who receives on a link of the peer at its other end. */
    private void open(Link link, Link back) {
        link.sender = link.to.handler().opened(new Peer() {
            @Override
            public String address() {
                return link.from.name();
            }

            @Override
            public void send(String message) throws IOException {
                if (back.closed) {
                    throw new IOException("the connection with " + address() + " is closed");
                }
                say(back, message);
            }

            @Override
            public void close() {
                link.closed = true;
                back.closed = true;
            }
        });
    }

    private void say(Link link, String message) {
        if (mayBeSent(link.from.name(), link.to.name(), message)) {
            link.waiting.add(message);
        }
    }

    @Override
    void broadcast(Member from, String message) {
        for (Link link : links) {
            if (link.from == from && !link.closed) {
                say(link, message);
            }
        }
    }

    /** Hands over the message that has waited longest on a link. */
    void deliver(Link link) {
        String message = link.waiting.remove();
        if (link.closed) {
            return;
        }
        transcript().step(link + " arrives: " + describe(message));
        link.to.handler().received(link.sender, message.getBytes(StandardCharsets.UTF_8));
        if (link.closed) {
            throw new CheckpointFailure(
                    link.to.name() + " closed the connection with " + link.from.name() + " after " + describe(message));
        }
    }

    @Override
    void untilSilent() {
        deliverWaiting();
    }

    @Override
    void deliverWaiting() {
        boolean delivered = true;
        while (delivered) {
            delivered = false;
            for (Link link : links()) {
                if (link.isWaiting()) {
                    deliver(link);
                    delivered = true;
                }
            }
        }
    }
}
