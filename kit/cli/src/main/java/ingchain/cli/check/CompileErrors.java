package ingchain.cli.check;

import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Compile errors as a user reads them: javac's own words, cut to what matters. */
public final class CompileErrors {
    private static final int SHOWN = 3;

    private final Home home;

    /** Shows paths as seen from this kit's root. */
    public CompileErrors(Home home) {
        this.home = home;
    }

    /** The lines to show: the first errors, and how many more there are. */
    public List<String> lines(List<CompileError> errors) {
        List<String> lines = new ArrayList<>();
        for (CompileError error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
            String message = error.message().replaceAll("\\s*\\R\\s*", "; ");
            lines.add(error.file() == null ? message : home.shown(error.file()) + ":" + error.line() + ": " + message);
            if (!error.text().isEmpty()) {
                lines.add("    " + error.text());
            }
        }
        if (errors.size() > SHOWN) {
            lines.add(Texts.of("check.more-errors", errors.size() - SHOWN));
        }
        return lines;
    }

    /** The same as one text. */
    public String text(List<CompileError> errors) {
        return String.join("\n", lines(errors));
    }
}
