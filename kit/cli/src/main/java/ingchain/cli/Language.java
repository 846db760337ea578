package ingchain.cli;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;

/** The language that a command line asks for. It is read before everything else, for whatever is said is said in it. */
final class Language {
    static final String OPTION = "--lang";

    private Language() {}

    /**
     * One of {@link Texts#LANGUAGES}; null where the command line asks for none.
     *
     * @throws Failure where it asks for another
     */
    static String askedFor(String[] args) {
        String language = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                language = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                language = args[i + 1];
            }
        }
        if (language != null && !Texts.LANGUAGES.contains(language)) {
            throw new Failure(
                    ExitCode.USAGE, Texts.of("main.no-language", language, String.join(", ", Texts.LANGUAGES)));
        }
        return language;
    }
}
