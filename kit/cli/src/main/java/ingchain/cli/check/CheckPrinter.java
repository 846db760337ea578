package ingchain.cli.check;

import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final boolean causeFirst;

    /** Prints to this terminal, the cause last, where it stands next to the prompt. */
    public CheckPrinter(Home home, Terminal terminal) {
        this(home, terminal, false);
    }

    /**
     * @param causeFirst whether the cause stands before the transcript, as on a screen that shows its first lines
     */
    public CheckPrinter(Home home, Terminal terminal, boolean causeFirst) {
        this.home = home;
        this.terminal = terminal;
        this.causeFirst = causeFirst;
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
            advice(result).forEach(sentence -> {
                terminal.line();
                terminal.line(INDENT + sentence);
            });
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
                .filter(test -> test.next()
                        .contains(Chapter.file(home, result.exercise().step())))
                .isPresent();
        if (!told && !noMatter && !causeFirst) {
            field("check.read", Chapter.place(home, result.exercise()));
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
        String look = test.outcome() == Outcome.DONE
                        || test.outcome() == Outcome.NOT_DONE
                        || PLACE.matcher(test.cause()).find()
                ? ""
                : new UndonePlaces(home, exercise.step()).place(exercise);
        details(exercise.number() + " " + test.name(), test, look);
    }

    /**
     * All that is known of one test that does not hold.
     *
     * @param label what to call it
     */
    public void details(String label, TestResult test) {
        details(label, test, "");
    }

    private void details(String label, TestResult test, String look) {
        terminal.line(
                "  " + terminal.bold(label) + ": " + Texts.of(test.outcome().key()));
        terminal.line();
        if (test.outcome() == Outcome.NOT_DONE) {
            terminal.line(INDENT + test.cause());
        } else if (causeFirst) {
            cause(test, look);
            terminal.line();
            evidence(test);
        } else {
            evidence(test);
            if (test.outcome() != Outcome.DONE) {
                terminal.line();
                cause(test, look);
            }
        }
    }

    private void evidence(TestResult test) {
        if (test.transcript().isEmpty()) {
            indented(test.sentence());
        }
        test.transcript().forEach(this::indented);
        prints(test.prints());
    }

    private void cause(TestResult test, String look) {
        boolean isMeanwhile = test.cause().startsWith(MEANWHILE);
        String cause = isMeanwhile ? test.sentence() : test.cause();
        if (causeFirst || !cause.equals(test.sentence())) {
            field("check.cause", cause);
        }
        if (isMeanwhile) {
            field("check.meanwhile", test.cause().substring(MEANWHILE.length()));
        }
        field("check.next", test.next());
        field("check.look", look);
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

    /** What javac cannot know. */
    private List<String> advice(ExerciseResult result) {
        List<String> advice = new ArrayList<>();
        if (result.errors().stream().anyMatch(error -> error.message().contains("unmappable character"))) {
            advice.add(Texts.of("check.encoding"));
        }
        for (Path missing : missing(result.exercise().step())) {
            advice.add(Texts.of(
                    "check.missing", home.shown(missing), result.exercise().number()));
        }
        if (advice.isEmpty() && isMisfit(result)) {
            advice.add(Texts.of("check.misfit"));
        }
        return advice;
    }

    /** The files of the starter that the student's step has no more. */
    private List<Path> missing(Step step) {
        return Course.read(home).files(step).stream()
                .map(file -> home.starter(step).resolve(file.path()))
                .filter(file -> !Files.exists(file))
                .toList();
    }

    private boolean isMisfit(ExerciseResult result) {
        return result.errors().stream()
                .anyMatch(error -> error.file() != null
                        && error.file()
                                .startsWith(home.checkpoints(result.exercise().step())));
    }
}
