package ingchain.cli;

import ingchain.cli.check.UndonePlaces;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import ingchain.cli.run.Programs;
import ingchain.cli.run.StepRun;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a step's program the way the article does: one node on 8555, another on 8556 that dials it. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private final Kit kit;

    @Parameters(arity = "1", paramLabel = "STEP", descriptionKey = "asked")
    private String asked;

    @Option(names = "--node", paramLabel = "1|2")
    private Integer node;

    @Option(names = "--port", paramLabel = "N")
    private Integer port;

    @Option(names = "--peer", paramLabel = "HOST:PORT")
    private String peer;

    @Option(names = "--solution")
    private boolean solution;

    @Option(names = "--seconds", paramLabel = "N")
    private Integer seconds;

    RunCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        Step step = Asked.step(course, kit.home(), asked);
        String mainClass = Programs.mainClass(step)
                .orElseThrow(() -> new Failure(ExitCode.USAGE, Texts.of("run.no-program", step.number())));
        refuseWhatDoesNotFit(step);
        List<StepCode> steps = new StepsToRun(kit).upTo(step, course, solution);
        StepRun run = new StepRun(
                new ClassPaths(kit.home()).ofProgram(StepCompiler.classesOf(steps)), mainClass, kit.terminal());
        int first = port == null ? Programs.FIRST_PORT : port;
        boolean two = node == null && Programs.hasPeers(step);
        int code = two
                ? run.two(arguments(first, step, true), arguments(first == 0 ? 0 : first + 1, step, false))
                : run.one(alone(step));
        for (String number : run.undone()) {
            tellWhere(course, number);
        }
        return code;
    }

    private void refuseWhatDoesNotFit(Step step) {
        if (node != null && node != 1 && node != 2) {
            throw new Failure(ExitCode.USAGE, Texts.of("run.which-node", node));
        }
        if (!Programs.hasPeers(step) && (peer != null || node != null && node == 2)) {
            throw new Failure(ExitCode.USAGE, Texts.of("run.only-node-1", step.number()));
        }
        if (node == null && peer != null) {
            throw new Failure(ExitCode.USAGE, Texts.of("run.peer-needs-node"));
        }
    }

    /** One node: the second dials the first, unless it is told whom to dial. */
    private List<String> alone(Step step) {
        boolean second = node != null && node == 2;
        List<String> arguments = arguments(port != null ? port : Programs.FIRST_PORT + (second ? 1 : 0), step, !second);
        String dialled = peer == null && second ? "127.0.0.1:" + Programs.FIRST_PORT : peer;
        if (dialled != null) {
            arguments.addAll(List.of("--peer", dialled));
        }
        return arguments;
    }

    private List<String> arguments(int listens, Step step, boolean first) {
        List<String> arguments = new ArrayList<>(List.of("--port", String.valueOf(listens)));
        if (seconds != null) {
            arguments.addAll(List.of("--seconds", String.valueOf(seconds)));
        }
        if (first) {
            arguments.addAll(Programs.headStart(step));
        }
        return arguments;
    }

    private void tellWhere(Course course, String number) {
        ExerciseNumber.parse(number).flatMap(course::exercise).ifPresent(exercise -> {
            try {
                String place = new UndonePlaces(kit.home(), exercise.step()).place(exercise);
                kit.terminal().complain(Texts.of("run.not-done", exercise.label(), place));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
