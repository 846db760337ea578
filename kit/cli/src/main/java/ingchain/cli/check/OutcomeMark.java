package ingchain.cli.check;

import ingchain.cli.text.Terminal;

/** The sign in front of an exercise. */
public final class OutcomeMark {
    private OutcomeMark() {}

    /** The sign for an outcome, in its colour. */
    public static String of(Terminal terminal, Outcome outcome) {
        return switch (outcome) {
            case DONE -> terminal.green(terminal.mark("✓", "+"));
            case NOT_DONE -> terminal.faint(terminal.mark("·", "."));
            case SKIPPED -> terminal.yellow(terminal.mark("–", "-"));
            case KIT_FAULT -> terminal.yellow("!");
            default -> terminal.red(terminal.mark("✗", "x"));
        };
    }
}
