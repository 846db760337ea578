package ingchain.checkpoint;

import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** What to try next, by the id of the cause. The texts are in causes.properties, and nowhere else. */
final class Hints {
    private static final ResourceBundle TEXTS = Texts.bundle("causes");

    private Hints() {}

    /** Empty where there is no more to say about a cause than the chapter says anyway. */
    static Optional<String> of(String causeId) {
        try {
            return Optional.of(TEXTS.getString(causeId));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
