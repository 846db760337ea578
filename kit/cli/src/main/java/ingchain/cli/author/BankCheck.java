package ingchain.cli.author;

import ingchain.cli.bank.Bank;
import ingchain.cli.bank.BankEntry;
import ingchain.cli.bank.Expected;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Finds what the bank lacks, without running anything; a kit without a bank lacks nothing. */
final class BankCheck {
    /** Of each exercise, and of unusual solutions of each step. */
    private static final int FEWEST = 4;

    private final Home home;
    private final Course course;

    BankCheck(Home home, Course course) {
        this.home = home;
        this.course = course;
    }

    /** A sentence for each thing. */
    List<String> problems() {
        if (!Files.isDirectory(home.root().resolve("kit/bank/wrong"))) {
            return List.of();
        }
        List<BankEntry> entries = Bank.read(home).entries();
        List<String> problems = new ArrayList<>();
        for (Exercise exercise : course.exercises()) {
            long wrong = entries.stream()
                    .filter(entry ->
                            !entry.isRight() && entry.red().get(0).exercise().equals(exercise.number()))
                    .count();
            if (wrong < FEWEST) {
                problems.add(Texts.of("author.few-wrong", exercise.number(), wrong, FEWEST));
            }
        }
        for (Step step : home.steps()) {
            long right = entries.stream()
                    .filter(entry -> entry.isRight() && entry.step() == step.number())
                    .count();
            if (right < FEWEST) {
                problems.add(Texts.of("author.few-right", step.number(), right, FEWEST));
            }
        }
        entries.forEach(entry -> problems.addAll(problems(entry)));
        return problems;
    }

    private List<String> problems(BankEntry entry) {
        List<String> problems = new ArrayList<>();
        for (Expected red : entry.red()) {
            if (course.exercise(red.exercise()).isEmpty()) {
                problems.add(Texts.of("author.no-such-exercise", entry.place(), red.exercise()));
            }
        }
        if (!entry.isRight()) {
            Expected first = entry.red().get(0);
            if (first.outcome() == null || first.causeId() == null) {
                problems.add(Texts.of("author.no-cause", entry.place(), first.exercise()));
            }
        }
        entry.misfit(course).ifPresent(problems::add);
        return problems;
    }
}
