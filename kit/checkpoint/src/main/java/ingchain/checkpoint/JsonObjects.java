package ingchain.checkpoint;

/** Finds where a JSON object ends in a stream that has no mark between its messages. */
final class JsonObjects {
    private JsonObjects() {}

    /** The number of bytes up to the end of the first object, or -1 where it is not complete. */
    static int end(byte[] bytes) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (inText) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inText = false;
                }
            } else if (b == '"') {
                inText = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
