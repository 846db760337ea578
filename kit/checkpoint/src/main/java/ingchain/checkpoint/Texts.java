package ingchain.checkpoint;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What a checkpoint says about a failure, from {@code sentences.properties}, in the language that the command speaks, or
 * that of the computer where there is no command.
 */
final class Texts {
    private static final Locale LANGUAGE = Optional.ofNullable(System.getProperty("ingchain.language"))
            .map(Locale::forLanguageTag)
            .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    private static final ResourceBundle SENTENCES = bundle("sentences");

    private Texts() {}

    /** The bundle of this name in that language, and in English where there is none in that language. */
    static ResourceBundle bundle(String name) {
        // Without the fallback of the JDK, by which an English text would be Korean on a Korean computer.
        return ResourceBundle.getBundle(
                "ingchain.checkpoint." + name, LANGUAGE, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /**
     * A sentence with its values put in.
     *
     * @param key its key, which must be there
     */
    static String of(String key, Object... values) {
        return String.format(SENTENCES.getString(key), values);
    }
}
