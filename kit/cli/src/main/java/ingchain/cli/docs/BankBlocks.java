package ingchain.cli.docs;

import ingchain.cli.bank.Bank;
import ingchain.cli.bank.BankEntry;
import ingchain.cli.bank.Matrix;
import ingchain.cli.check.CheckPrinter;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Sheet;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What pages show of the bank: the matrix of a step, and failures as a student sees them. */
final class BankBlocks implements Page.Writer {
    private final Home home;

    BankBlocks(Home home) {
        this.home = home;
    }

    @Override
    public List<String> write(String kind, String about) throws IOException, InterruptedException {
        return kind.equals("matrix") ? matrix(about) : failure(about);
    }

    /** The wrong solutions of a step against its exercises, and below them the right ones. */
    private List<String> matrix(String step) {
        List<Exercise> exercises = Course.read(home).exercises().stream()
                .filter(exercise -> step.equals(String.valueOf(exercise.step().number())))
                .toList();
        List<BankEntry> entries = Bank.read(home).asked(List.of(step), 1);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("| " + Texts.of("proof.wrong") + " | " + numbers(exercises) + " | " + Texts.of("proof.cause") + " |");
        lines.add("|---|" + "---|".repeat(exercises.size()) + "---|");
        entries.stream()
                .filter(entry -> !entry.isRight())
                .map(entry -> row(entry, exercises, "`" + entry.red().get(0).causeId() + "`"))
                .forEach(lines::add);
        lines.add("");
        lines.add("| " + Texts.of("proof.unusual") + " | " + numbers(exercises) + " |");
        lines.add("|---|" + "---|".repeat(exercises.size()));
        entries.stream()
                .filter(BankEntry::isRight)
                .map(entry -> row(entry, exercises, null))
                .forEach(lines::add);
        lines.add("");
        return lines;
    }

    private static String numbers(List<Exercise> exercises) {
        return exercises.stream().map(exercise -> exercise.number().toString()).collect(Collectors.joining(" | "));
    }

    private static String row(BankEntry entry, List<Exercise> exercises, String cause) {
        String cells = exercises.stream()
                .map(exercise ->
                        entry.red().stream().anyMatch(red -> red.exercise().equals(exercise.number())) ? "✗" : "✓")
                .collect(Collectors.joining(" | "));
        String title = entry.title().replace("|", "\\|");
        return "| " + title + " | " + cells + " |" + (cause == null ? "" : " " + cause + " |");
    }

    /** What a student with that solution reads, of the first exercise that is red or of the one named after it. */
    private List<String> failure(String about) throws IOException, InterruptedException {
        String[] words = about.split(" ");
        Matrix matrix = new Matrix(home, Course.read(home));
        List<Matrix.Row> rows = matrix.run(Bank.read(home).asked(List.of(words[0]), 1), row -> {});
        ExerciseResult red = rows.get(0).results().stream()
                .filter(result -> !result.isDone())
                .filter(result -> words.length == 1
                        || words[1].equals(result.exercise().number().toString()))
                .findFirst()
                .orElseThrow(() -> new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("pages.no-failure", about)));
        Sheet printed = new Sheet(false, true);
        new CheckPrinter(home, printed.terminal()).details(red);
        return OutputBlocks.block(String.join("\n", printed.lines()));
    }
}
