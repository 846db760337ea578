package ingchain.cli.mutants;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.launch.Build;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs PIT on the solution of a step: Maven's profile "mutants" says how. */
final class PitRun {
    private static final int SHOWN_LINES = 20;

    private final Home home;
    private final Course course;
    private final int threads;

    /** @param threads how many mutants are tried side by side */
    PitRun(Home home, Course course, int threads) {
        this.home = home;
        this.course = course;
        this.threads = threads;
    }

    /**
     * Tries every mutant of the step's marked classes.
     *
     * @throws Failure where PIT does not come to its end, because the checkpoints are red without any mutant, say
     */
    void run(Step step) throws IOException, InterruptedException {
        String maven = Build.findMaven(System.getenv());
        if (maven == null) {
            throw new Failure(ExitCode.BROKEN, Texts.of("build.no-maven"));
        }
        Path log = Files.createDirectories(home.state()).resolve("mutants.log");
        Files.deleteIfExists(MutationReport.file(home, step));
        ProcessBuilder builder = new ProcessBuilder(
                        maven,
                        "-B",
                        "-ntp",
                        "-Pmutants",
                        "-pl",
                        "solutions/" + step.folder(),
                        "-am",
                        "test",
                        "-DtargetClasses=" + classes(step),
                        "-Dthreads=" + threads)
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        Thread whenWeEnd = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(whenWeEnd);
        if (code != 0) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.failed", step, errors(log), home.shown(log)));
        }
    }

    /** PIT's minions as well: they would go on by themselves. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The classes that hold regions, and those within them. */
    private String classes(Step step) {
        return course.files(step).stream()
                .filter(file -> file.source().hasExercises())
                .map(PitRun::className)
                .map(name -> name + "," + name + "$*")
                .collect(Collectors.joining(","));
    }

    private static String className(SolutionFile file) {
        String path = file.path().toString().replace('\\', '/');
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }

    private static String errors(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .limit(SHOWN_LINES)
                .toList();
        return lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
