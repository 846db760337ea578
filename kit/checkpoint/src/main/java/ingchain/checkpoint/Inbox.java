package ingchain.checkpoint;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** What has come over a connection and is not yet expected. */
final class Inbox {
    private static final int SLICE_MILLIS = 20;

    private final Socket socket;
    private final byte[] chunk = new byte[64 * 1024];
    private byte[] unread = {};
    private boolean used;

    Inbox(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(SLICE_MILLIS);
    }

    /** Waits a moment for more. False when the connection has ended, orderly or not. */
    boolean fill() throws IOException {
        try {
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                return false;
            }
            int before = unread.length;
            used = true;
            unread = Arrays.copyOf(unread, before + count);
            System.arraycopy(chunk, 0, unread, before, count);
            return true;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Whether these bytes are somewhere in what has come, or come within a moment. */
    boolean contains(byte[] bytes) throws IOException {
        fill();
        return indexOf(bytes) >= 0;
    }

    private int indexOf(byte[] bytes) {
        for (int i = 0; i + bytes.length <= unread.length; i++) {
            if (Arrays.equals(bytes, 0, bytes.length, unread, i, i + bytes.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether anything has ever come. */
    boolean isUsed() {
        return used;
    }

    byte[] unread() {
        return unread;
    }

    /** Removes the first bytes. */
    byte[] take(int count) {
        byte[] taken = Arrays.copyOf(unread, count);
        unread = Arrays.copyOfRange(unread, count, unread.length);
        return taken;
    }

    boolean startsWith(byte[] bytes) {
        return unread.length >= bytes.length && mayBecome(bytes);
    }

    /** Whether nothing has come yet that contradicts these bytes. */
    boolean mayBecome(byte[] bytes) {
        int common = Math.min(bytes.length, unread.length);
        return Arrays.equals(bytes, 0, common, unread, 0, common);
    }
}
