package ingchain.cli.mutants;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.mutants.MutantFigures.Count;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Proves that the checkpoints would notice: nearly every small change to what students write must turn one of them red,
 * and for each that does not, somebody has written down why.
 */
public final class Mutants {
    private static final int LEAST_PERCENT = 95;

    private final Home home;
    private final Terminal terminal;
    private final Course course;
    private int problems;

    /** Of the exercises in this kit. */
    public Mutants(Home home, Terminal terminal, Course course) {
        this.home = home;
        this.terminal = terminal;
        this.course = course;
    }

    /** Tries all mutants of these steps, so many side by side. */
    public void run(List<Step> steps, int threads) throws IOException, InterruptedException {
        PitRun pit = new PitRun(home, course, threads);
        for (Step step : steps) {
            long start = System.nanoTime();
            pit.run(step);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            terminal.say("mutants.tried", step, seconds / 60, seconds % 60);
        }
    }

    /**
     * Tells what came of the last run, exercise by exercise, and keeps the figures where that was of all steps.
     *
     * @return whether enough were killed, each survivor has its reason, and each reason its survivor
     */
    public boolean judge(List<Step> steps) throws IOException {
        MutationReport report = new MutationReport(home, course);
        Map<ExerciseNumber, Count> counts = new TreeMap<>();
        List<Mutant> survivors = new ArrayList<>();
        for (Step step : steps) {
            List<Mutant> mutants = report.read(step);
            for (Exercise exercise : course.exercises(step)) {
                counts.put(exercise.number(), tell(exercise, mutants));
            }
            mutants.stream().filter(mutant -> !mutant.killed()).forEach(survivors::add);
        }
        MutantFigures figures = new MutantFigures(report.day(steps), counts);
        if (steps.equals(home.steps())) {
            figures.write(home);
        }
        terminal.line();
        explain(survivors, steps);
        Count sum = figures.sum();
        boolean enough = sum.all() > 0 && sum.percent() >= LEAST_PERCENT;
        terminal.line();
        terminal.say(
                enough ? "mutants.enough" : "mutants.too-few",
                sum.killed(),
                sum.all(),
                String.format(Locale.ROOT, "%.1f", sum.percent()),
                problems,
                LEAST_PERCENT);
        return enough && problems == 0;
    }

    private Count tell(Exercise exercise, List<Mutant> mutants) {
        Count own = Count.of(mutants.stream()
                .filter(mutant -> mutant.exercise().equals(exercise.number()))
                .toList());
        terminal.say("mutants.exercise", exercise.label(), own.killed(), own.all());
        return own;
    }

    /** Puts survivors and reasons together; whatever is left over is a problem. */
    private void explain(List<Mutant> survivors, List<Step> steps) throws IOException {
        List<Reason> unused = new ArrayList<>(ReasonsFile.read(home));
        unused.removeIf(reason -> steps.stream()
                .noneMatch(step -> step.number() == reason.exercise().step()));
        for (Mutant survivor : survivors) {
            String what = Texts.of(
                    "mutants.survivor",
                    survivor.exercise(),
                    survivor.file(),
                    survivor.line(),
                    survivor.change(),
                    survivor.code());
            Reason reason =
                    unused.stream().filter(survivor::isMeantBy).findFirst().orElse(null);
            unused.remove(reason);
            if (reason == null) {
                problem(Texts.of("mutants.no-reason", what, home.shown(ReasonsFile.of(home))));
            } else {
                terminal.line(terminal.yellow(terminal.mark("•", "-")) + " "
                        + Texts.of("mutants.reason", what, reason.why()));
            }
        }
        unused.forEach(reason -> problem(Texts.of("mutants.no-survivor", reason.place())));
    }

    private void problem(String sentence) {
        problems++;
        terminal.line(terminal.red(terminal.mark("✗", "x")) + " " + sentence);
    }
}
