package ingchain.checkpoint;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What to try next, by the id of the cause. The texts are in causes.properties, and nowhere else. */
final class Hints {
    /** The language that the command speaks; without the command, that of the computer. */
    private static final Locale LANGUAGE = Optional.ofNullable(System.getProperty("ingchain.language"))
            .map(Locale::forLanguageTag)
            .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    // Without the fallback of the JDK, by which an English text would be Korean on a Korean computer.
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "ingchain.checkpoint.causes", LANGUAGE, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

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
