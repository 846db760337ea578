package ingchain.network;

import ingchain.checkpoint.Transcript;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a network tells it, and notes it in the transcript. Safe on any thread. */
class RecordingHandler implements PeerHandler {
    /** One piece that arrived: the very array, and a copy, so that one that is written into later shows. */
    record Piece(String address, byte[] data, byte[] copy) {}

    private static final int NOTED = 50; // whoever hands on single bytes does nothing wrong, but nobody reads them all

    private final Transcript transcript;
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    RecordingHandler(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public Peer opened(Peer peer) {
        transcript.step("your network tells of a new connection with " + peer.address());
        opened.add(peer.address());
        return peer;
    }

    @Override
    public void received(Peer peer, byte[] data) {
        synchronized (pieces) {
            if (pieces.size() < NOTED) {
                transcript.step("your network hands on from " + peer.address(), data);
            }
            pieces.add(new Piece(peer.address(), data, data.clone()));
        }
    }

    @Override
    public void closed(Peer peer) {
        transcript.step("your network tells that the connection with " + peer.address() + " has ended");
        closed.add(peer.address());
    }

    /** The addresses of the peers told of, in order. */
    List<String> opened() {
        return opened;
    }

    /** The addresses of the peers whose end was told, in order. */
    List<String> closed() {
        return closed;
    }

    /** The arrays handed on from one peer, in order. */
    List<byte[]> arraysFrom(String address) {
        synchronized (pieces) {
            return pieces.stream()
                    .filter(piece -> piece.address().equals(address))
                    .map(Piece::data)
                    .toList();
        }
    }

    /** Whether an array was written into after it had been handed on. */
    boolean isWrittenInto() {
        synchronized (pieces) {
            return pieces.stream().anyMatch(piece -> !Arrays.equals(piece.data(), piece.copy()));
        }
    }

    /** All that was handed on from one peer, joined. */
    byte[] bytesFrom(String address) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        arraysFrom(address).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
