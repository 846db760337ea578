package ingchain.cli.text;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of the command, from {@code ingchain/cli/texts.properties}, in the language that the process speaks. */
public final class Texts {
    /** Name of the bundle that holds them. */
    public static final String BUNDLE = "ingchain.cli.texts";
    /** What there are texts in; the first where nothing else fits. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    private static volatile ResourceBundle texts = load(Locale.getDefault(Locale.Category.DISPLAY));

    private Texts() {}

    /**
     * Speaks this language from now on.
     *
     * @param language one of {@link #LANGUAGES}, or null for that of the computer, English where it is another
     */
    public static void speak(String language) {
        texts = load(language == null ? Locale.getDefault(Locale.Category.DISPLAY) : Locale.forLanguageTag(language));
    }

    /** The language that is spoken, such as "en". */
    public static String language() {
        String language = texts.getLocale().getLanguage();
        return language.isEmpty() ? LANGUAGES.get(0) : language;
    }

    /**
     * The language of a page, by the folder that its path begins with; the first where that is none.
     *
     * @param path with slashes, from the folder of all languages, such as "ko/core.md"
     */
    public static String languageOf(String path) {
        return LANGUAGES.stream()
                .filter(language -> path.startsWith(language + "/"))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    /** All of the texts, for those who look them up themselves. */
    public static ResourceBundle bundle() {
        return texts;
    }

    /**
     * A sentence with its values put in.
     *
     * @param key its key in the bundle, which must be there
     */
    public static String of(String key, Object... values) {
        return String.format(texts.getString(key), values);
    }

    /** The same in a certain language, one of {@link #LANGUAGES}, whatever the process speaks. */
    public static String in(String language, String key, Object... values) {
        return String.format(load(Locale.forLanguageTag(language)).getString(key), values);
    }

    private static ResourceBundle load(Locale locale) {
        // Without the fallback of the JDK, by which an English text would be Korean on a Korean computer.
        return ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
