package ingchain.cli.text;

import java.util.ResourceBundle;

/** The sentences of the command, from {@code ingchain/cli/texts.properties}. */
public final class Texts {
    /** Name of the bundle that holds them. */
    public static final String BUNDLE = "ingchain.cli.texts";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE);

    private Texts() {}

    /**
     * A sentence with its values put in.
     *
     * @param key its key in the bundle, which must be there
     */
    public static String of(String key, Object... values) {
        return String.format(TEXTS.getString(key), values);
    }
}
