package ingchain.json;

/** A text that is not the JSON it should be; the message is a sentence that says what is wrong. */
public final class MalformedJson extends Exception {
    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
