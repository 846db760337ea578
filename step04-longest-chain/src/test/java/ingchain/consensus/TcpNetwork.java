package ingchain.consensus;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Transcript;
import ingchain.network.P2PNetwork;
import ingchain.network.Peer;
import ingchain.network.PeerHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Real connections on this machine. When everything is quiet is not guessed from the time that has passed, but counted:
 * as many bytes as were sent have been dealt with.
 */
final class TcpNetwork extends TestNetwork {
    private final CapturedLog log;
    private final Cleanup cleanup;
    private final Map<Member, P2PNetwork> networks = new LinkedHashMap<>();
    private final Map<Member, Integer> ports = new LinkedHashMap<>();
    private final AtomicInteger greetings = new AtomicInteger();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong handledBytes = new AtomicLong();
    private int connections;

    TcpNetwork(CapturedLog log, Transcript transcript, Cleanup cleanup) {
        super(transcript);
        this.log = log;
        this.cleanup = cleanup;
    }

    @Override
    void connect(Member one, Member other) throws IOException {
        join(one);
        join(other);
        transcript().step(one.name() + " connects to " + other.name());
        connections++;
        networks.get(one).connect("127.0.0.1", ports.get(other));
    }

    private void join(Member member) throws IOException {
        if (!networks.containsKey(member)) {
            P2PNetwork network = cleanup.add(new P2PNetwork(new Counting(member), P2PNetwork.GREETING, log));
            networks.put(member, network);
            ports.put(member, network.listen("127.0.0.1", 0));
        }
    }

    @Override
    void broadcast(Member from, String message) {
        P2PNetwork network = networks.get(from);
        if (network != null) {
            network.broadcast(message);
        }
    }

    @Override
    void untilSilent() throws Exception {
        transcript().await("all greetings are sent", () -> greetings.get() >= 2 * connections);
        // In this order: what was handled first, then what was sent by then.
        transcript().await("all that was sent has been dealt with", () -> handledBytes.get() == sentBytes.get());
    }

    @Override
    void deliverWaiting() {
        // The system does.
    }

    /** Stands between the network and a member's handler, and counts what goes through. */
    private final class Counting implements PeerHandler {
        private final Member member;

        Counting(Member member) {
            this.member = member;
        }

        @Override
        public Peer opened(Peer peer) {
            return member.handler().opened(new CountingPeer(member, peer));
        }

        @Override
        public void received(Peer peer, byte[] data) {
            try {
                member.handler().received(peer, data);
            } finally {
                handledBytes.addAndGet(data.length);
            }
        }

        @Override
        public void closed(Peer peer) {
            member.handler().closed(peer);
        }
    }

    private final class CountingPeer implements Peer {
        private final Member from;
        private final Peer to;

        CountingPeer(Member from, Peer to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public String address() {
            return to.address();
        }

        @Override
        public void send(String message) throws IOException {
            if (!mayBeSent(from.name(), to.address(), message)) {
                return;
            }
            int length = message.getBytes(StandardCharsets.UTF_8).length;
            sentBytes.addAndGet(length);
            try {
                to.send(message);
            } catch (IOException e) {
                sentBytes.addAndGet(-length);
                throw e;
            } finally {
                if (message.equals(P2PNetwork.GREETING)) {
                    greetings.incrementAndGet();
                }
            }
        }

        @Override
        public void close() {
            to.close();
        }
    }
}
