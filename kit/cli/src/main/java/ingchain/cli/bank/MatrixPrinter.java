package ingchain.cli.bank;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.OutcomeMark;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the matrix: a line for each solution, and what is not as it should be below it. */
public final class MatrixPrinter {
    private static final int WIDTH = 36;

    private final Terminal terminal;

    /** Prints to this terminal. */
    public MatrixPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The line of a solution. */
    public void row(Matrix.Row row) {
        BankEntry entry = row.entry();
        String mark =
                row.isAsExpected() ? terminal.green(terminal.mark("✓", "+")) : terminal.red(terminal.mark("✗", "x"));
        terminal.line(mark + " " + String.format("%-" + WIDTH + "s", entry.id()) + " " + cells(row));
        if (!row.errors().isEmpty()) {
            terminal.say("matrix.does-not-compile", row.errors().indent(4).stripTrailing());
        }
        row.unexpected().forEach(result -> unexpected(entry, result));
    }

    private String cells(Matrix.Row row) {
        List<ExerciseResult> red =
                row.results().stream().filter(result -> !result.isDone()).toList();
        if (red.isEmpty() && row.errors().isEmpty()) {
            return Texts.of("matrix.all-green", row.results().size());
        }
        return red.stream().map(this::cell).collect(Collectors.joining("  "));
    }

    private String cell(ExerciseResult result) {
        return OutcomeMark.of(terminal, result.outcome()) + " " + how(result);
    }

    private static String how(ExerciseResult result) {
        String cause = Expected.causeId(result);
        return result.exercise().number() + " " + BankFile.word(result.outcome())
                + (cause.isEmpty() ? "" : " " + cause);
    }

    private void unexpected(BankEntry entry, ExerciseResult result) {
        String expected = entry.expected(result.exercise().number())
                .map(Expected::toString)
                .orElseGet(() -> result.exercise().number() + " " + Texts.of("outcome.done"));
        terminal.say("matrix.unexpected", entry.place(), expected, how(result));
        result.decisive().filter(test -> !result.isDone()).ifPresent(test -> {
            terminal.line("      " + test.name());
            terminal.line("      " + test.cause());
            test.transcript().forEach(line -> terminal.line("        " + terminal.faint(line)));
        });
    }

    /** The last line. */
    public void summary(List<Matrix.Row> rows, long seconds) {
        long right = rows.stream().filter(row -> row.entry().isRight()).count();
        long unexpected = rows.stream().filter(row -> !row.isAsExpected()).count();
        terminal.say("matrix.summary", rows.size() - right, right, unexpected, seconds);
    }
}
