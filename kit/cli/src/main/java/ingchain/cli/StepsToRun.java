package ingchain.cli;

import ingchain.cli.check.Checker;
import ingchain.cli.check.CompileErrors;
import ingchain.cli.check.LineUp;
import ingchain.cli.exercise.Course;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The code that a program runs on. */
final class StepsToRun {
    private final Kit kit;
    private final StepCompiler compiler;

    StepsToRun(Kit kit) {
        this.kit = kit;
        this.compiler = new StepCompiler(kit.home());
    }

    /**
     * A step and those before it: the student's, on their earlier steps where these are done, or else the reference.
     *
     * @throws Failure with javac's words where the student's step does not compile
     */
    List<StepCode> upTo(Step step, Course course, boolean solution) throws IOException {
        if (solution) {
            return new Checker(kit.home()).references(step.number());
        }
        List<StepCode> steps = new ArrayList<>(new LineUp(kit.home(), course, new Checker(kit.home())).before(step));
        for (StepCode earlier : steps) {
            String key = earlier.mine() ? "run.on-yours" : "run.on-reference";
            kit.terminal().complain(Texts.of(key, earlier.step().number()));
        }
        steps.add(mine(step, steps));
        return steps;
    }

    /** The student's code of every step, done or not. */
    List<StepCode> allMine() throws IOException {
        List<StepCode> steps = new ArrayList<>();
        for (Step step : kit.home().steps()) {
            steps.add(mine(step, steps));
        }
        return steps;
    }

    private StepCode mine(Step step, List<StepCode> earlier) throws IOException {
        StepCompiler.Compiled compiled = compiler.student(step, earlier);
        if (!compiled.errors().isEmpty()) {
            String errors = new CompileErrors(kit.home()).text(compiled.errors());
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("run.does-not-compile", step.number(), errors));
        }
        return compiled.code();
    }
}
