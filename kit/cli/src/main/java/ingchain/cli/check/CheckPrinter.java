package ingchain.cli.check;

import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints what a check found out: a line for each exercise, and all that helps for one of them. */
public final class CheckPrinter {
    /** How a cause begins of which no more is known than what went on at that moment: it may be of no account. */
    private static final String MEANWHILE = "meanwhile ";

    private static final String INDENT = "    ";
    private static final String CONTINUED = "   ";
    private static final Pattern PLACE = Pattern.compile("\\.java:\\d");

    private final Home home;
    private final Terminal terminal;

    /** Prints to this terminal. */
    public CheckPrinter(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    /** The heading of a step: whose code of it is checked, and on what. */
    public void step(Step step, boolean solution, List<StepCode> earlier) {
        String own = Texts.of(solution ? "check.step-reference" : "check.step", step.number(), step.folder());
        String on = solution || earlier.isEmpty()
                ? ""
                : Texts.of("check.on", earlier.stream().map(CheckPrinter::whose).collect(Collectors.joining(", ")));
        terminal.line(terminal.bold(own) + on);
    }

    private static String whose(StepCode code) {
        return Texts.of(
                code.mine() ? "check.on-yours" : "check.on-reference",
                code.step().number());
    }

    /** The line of an exercise. */
    public void line(ExerciseResult result) {
        String line = "  " + OutcomeMark.of(terminal, result.outcome()) + " "
                + result.exercise().label();
        String word = result.isDone() ? "" : ": " + Texts.of(result.outcome().key());
        String bonus = result.exercise().isBonus() ? " " + terminal.faint(Texts.of("check.bonus")) : "";
        String skipped = result.isDone() && result.skipped() > 0
                ? " " + terminal.yellow(Texts.of("check.skipped", result.skipped()))
                : "";
        terminal.line(line + word + bonus + skipped);
    }

    /** All that helps with an exercise that is not done. */
    public void details(ExerciseResult result) throws IOException {
        terminal.line();
        if (result.outcome() == Outcome.DOES_NOT_COMPILE) {
            terminal.line("  " + terminal.bold(result.exercise().label()) + ": "
                    + Texts.of(result.outcome().key()));
            terminal.line();
            new CompileErrors(home).lines(result.errors()).forEach(line -> terminal.line(INDENT + line));
            if (isMisfit(result)) {
                terminal.line();
                terminal.line(INDENT + Texts.of("check.misfit"));
            }
        } else {
            TestResult test = result.decisive().orElse(null);
            if (test == null) {
                noTests(result);
            } else {
                details(result.exercise(), test);
            }
        }
        if (result.outcome() == Outcome.NOT_DONE) {
            field("check.write", new UndonePlaces(home, result.exercise().step()).place(result.exercise()));
        }
        boolean noMatter = result.isDone() || result.outcome() == Outcome.DOES_NOT_COMPILE;
        boolean told = result.decisive()
                .filter(test -> result.outcome() != Outcome.NOT_DONE)
                .filter(test -> test.next().contains(result.exercise().step().chapter()))
                .isPresent();
        if (!told && !noMatter) {
            field("check.read", Chapter.place(result.exercise()));
        }
    }

    private void noTests(ExerciseResult result) {
        String text = result.outcome() == Outcome.NOT_DONE
                ? terminal.bold(result.exercise().label()) + ": "
                        + Texts.of(result.outcome().key())
                : Texts.of("check.no-checkpoint", result.exercise().number());
        terminal.line("  " + text);
    }

    private void details(Exercise exercise, TestResult test) throws IOException {
        details(exercise.number() + " " + test.name(), test);
        boolean nothingToMend = test.outcome() == Outcome.DONE || test.outcome() == Outcome.NOT_DONE;
        if (!nothingToMend && !PLACE.matcher(test.cause()).find()) {
            field("check.look", new UndonePlaces(home, exercise.step()).place(exercise));
        }
    }

    /**
     * All that is known of one test that does not hold.
     *
     * @param label what to call it
     */
    public void details(String label, TestResult test) {
        terminal.line(
                "  " + terminal.bold(label) + ": " + Texts.of(test.outcome().key()));
        terminal.line();
        if (test.outcome() == Outcome.NOT_DONE) {
            terminal.line(INDENT + test.cause());
            return;
        }
        if (test.transcript().isEmpty()) {
            indented(test.sentence());
        }
        test.transcript().forEach(this::indented);
        prints(test.prints());
        if (test.outcome() == Outcome.DONE) {
            return;
        }
        terminal.line();
        if (test.cause().startsWith(MEANWHILE)) {
            field("check.meanwhile", test.cause().substring(MEANWHILE.length()));
        } else if (!test.cause().equals(test.sentence())) {
            field("check.cause", test.cause());
        }
        field("check.next", test.next());
    }

    /** A step of the transcript; what follows its first line is indented under it. */
    private void indented(String step) {
        List<String> lines = step.lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            terminal.line(INDENT + (i == 0 ? "" : CONTINUED) + lines.get(i).stripTrailing());
        }
    }

    private void prints(List<String> prints) {
        if (prints.isEmpty()) {
            return;
        }
        terminal.line();
        terminal.line(INDENT + Texts.of("check.prints"));
        List<String> shown = prints.subList(0, Math.min(PrintedLines.KEPT, prints.size()));
        shown.forEach(line -> terminal.line(INDENT + terminal.faint("| " + line)));
        if (prints.size() > shown.size()) {
            terminal.line(INDENT + terminal.faint("| " + Texts.of("check.more-prints")));
        }
    }

    private void field(String key, String text) {
        if (!text.isEmpty()) {
            terminal.line(INDENT + Texts.of(key, text));
        }
    }

    private boolean isMisfit(ExerciseResult result) {
        return result.errors().stream()
                .anyMatch(error -> error.file() != null
                        && error.file()
                                .startsWith(home.checkpoints(result.exercise().step())));
    }
}
