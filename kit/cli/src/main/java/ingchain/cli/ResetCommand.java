package ingchain.cli;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Step;
import ingchain.cli.reset.Reset;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a step or an exercise back to what the student started with, and keeps what the student wrote. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "1", paramLabel = "STEP|EXERCISE", descriptionKey = "asked")
    private String asked;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "yes")
    private boolean yes;

    ResetCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        Course course = Course.read(kit.home());
        Optional<Exercise> exercise = ExerciseNumber.parse(asked).flatMap(course::exercise);
        if (exercise.isEmpty()) {
            Step step = Asked.step(course, kit.home(), asked);
            return write(Reset.of(kit.home(), course, step), Texts.of("reset.step", step.number()), yes);
        }
        Optional<Reset> alone = Reset.of(kit.home(), course, exercise.get());
        if (alone.isPresent()) {
            return write(alone.get(), Texts.of("reset.exercise", exercise.get().label()), yes);
        }
        // More would be lost than was asked for: --yes does not mean that.
        kit.terminal().say("reset.not-alone", exercise.get().number());
        return write(
                Reset.wholeFiles(kit.home(), course, exercise.get()),
                Texts.of("reset.whole", exercise.get().number()),
                false);
    }

    private int write(Reset reset, String question, boolean agreed) throws IOException {
        List<String> files = reset.files();
        if (files.isEmpty()) {
            kit.terminal().say("reset.nothing");
            return ExitCode.HOLDS;
        }
        files.forEach(file -> kit.terminal().line("  " + file));
        if (!agreed && !kit.terminal().agrees(question)) {
            kit.terminal().say("reset.left");
            return ExitCode.DOES_NOT_HOLD;
        }
        reset.write().forEach(kept -> kit.terminal().say("reset.kept", kept));
        kit.terminal().say("reset.done");
        return ExitCode.HOLDS;
    }
}
