package ingchain.cli.author;

import ingchain.cli.check.CheckPrinter;
import ingchain.cli.check.Checker;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.Round;
import ingchain.cli.check.TestResult;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs a step's checkpoints for a soak, tells at once what fails, and keeps count. */
final class SoakRuns {
    private final Terminal terminal;
    private final CheckPrinter printer;
    private final Checker checker;
    private final Map<Step, TestResult> slowest = new TreeMap<>(Comparator.comparing(Step::number));
    private final Set<String> skipped = new TreeSet<>();
    private int tests;
    private int failures;

    SoakRuns(Home home, Terminal terminal) {
        this.terminal = terminal;
        this.printer = new CheckPrinter(home, terminal);
        this.checker = new Checker(home);
    }

    /**
     * Runs all checkpoints of the step on its solution, in one JVM that is cold at first.
     *
     * @param first number of the first run
     * @param last number of the last run
     */
    List<Round> run(Step step, int first, int last, Cores cores) throws IOException, InterruptedException {
        List<Round> rounds = checker.rounds(step, last - first + 1, cores.prefix());
        int number = first;
        for (Round round : rounds) {
            String run = Texts.of(number == first ? "soak.run-cold" : "soak.run", number, step);
            round.results().forEach(result -> add(run, step, result));
            number++;
        }
        return rounds;
    }

    private void add(String run, Step step, TestResult result) {
        if (result.outcome() == Outcome.SKIPPED) {
            skipped.add(result.name() + ": " + result.sentence());
            return;
        }
        tests++;
        slowest.merge(step, result, (one, other) -> other.millis() > one.millis() ? other : one);
        if (result.outcome() != Outcome.DONE) {
            failures++;
            terminal.line();
            printer.details(run + ", " + label(result), result);
            terminal.line();
        }
    }

    /** Tests that ran so far; each counts every time. */
    int tests() {
        return tests;
    }

    /** How many of them did not hold. */
    int failures() {
        return failures;
    }

    /** Tells the slowest tests, and what was never run. */
    void tell() {
        terminal.say("soak.slowest");
        slowest.forEach((step, result) -> terminal.say("soak.slowest-step", step, result.millis(), label(result)));
        skipped.forEach(name -> terminal.say("soak.skipped", name));
    }

    private static String label(TestResult result) {
        String simpleName = result.testClass().substring(result.testClass().lastIndexOf('.') + 1);
        return simpleName + ": " + result.name();
    }
}
