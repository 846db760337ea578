package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run of checkpoints in a JVM of its own")
class CheckpointRunTest {
    @TempDir
    Path folder;

    private final List<String> options = new ArrayList<>();

    @Test
    @DisplayName("ends with 0 when all hold, whatever threads the student's code has left running")
    void allDone() throws Exception {
        assertThat(run("ingchain.sample.AllDoneSample")).isZero();
        assertThat(report()).hasSize(3);
        assertThat(report().get(0)).contains("\"exercise\":\"2.10\"", "\"outcome\":\"DONE\"");
        assertThat(report().get(1)).contains("\"event\":\"round\"", "\"millis\":");
        assertThat(report().get(2)).isEqualTo("{\"event\":\"end\"}");
    }

    @Test
    @DisplayName("runs all tests as often as it is told, in the same JVM")
    void rounds() throws Exception {
        assertThat(run(3, "ingchain.sample.AllDoneSample")).isZero();
        assertThat(report()).filteredOn(line -> line.contains("\"test\"")).hasSize(3);
        assertThat(report()).filteredOn(line -> line.contains("\"round\"")).hasSize(3);
    }

    @Test
    @DisplayName("reports text that is broken, such as half an emoji, as well as it can be written")
    void brokenText() throws Exception {
        assertThat(run("ingchain.sample.AllDoneSample")).isZero();
        assertThat(report().get(0)).contains("half an emoji: ?");
    }

    @Test
    @DisplayName("ends with 1 when one does not hold")
    void notAllDone() throws Exception {
        assertThat(run("ingchain.sample.OutcomesSample")).isEqualTo(1);
        assertThat(report()).hasSizeGreaterThan(10).last().isEqualTo("{\"event\":\"end\"}");
    }

    @Test
    @DisplayName("does not run what is left of an exercise that has failed, in whatever class, and runs the others")
    void firstFailure() throws Exception {
        run("ingchain.sample.OutcomesSample", "ingchain.sample.CausesSample", "ingchain.sample.AllDoneSample");
        List<String> failed = report().stream()
                .filter(line -> line.contains("\"exercise\":\"1.2\""))
                .filter(line -> !line.contains("\"outcome\":\"DONE\"") && !line.contains("\"outcome\":\"SKIPPED\""))
                .toList();
        assertThat(failed).hasSize(1);
        assertThat(report()).anyMatch(line -> line.contains("a test of the exercise before this one has failed"));
        assertThat(report()).anyMatch(line -> line.contains("\"exercise\":\"2.10\",") && line.contains("\"DONE\""));
    }

    @Test
    @DisplayName("leaves what was reported, and who ended it, where the student's code ends the program")
    void programEnded() throws Exception {
        run("ingchain.sample.ExitSample");
        assertThat(report()).hasSize(2);
        assertThat(report().get(0)).contains("\"outcome\":\"DONE\"");
        assertThat(report().get(1))
                .contains(
                        "\"name\":\"the program goes on\"",
                        "\"outcome\":\"THREW\"",
                        "Student.endsTheProgram ended the whole program at Student.java:");
        assertThat(output()).contains("a student's print");
    }

    @Test
    @DisplayName("reports a checkpoint that cannot be loaded as the kit's fault")
    void noSuchClass() throws Exception {
        assertThat(run("ingchain.sample.NoSuchTest")).isEqualTo(1);
        assertThat(report().get(0)).contains("\"outcome\":\"KIT_FAULT\"", "NoSuchTest");
    }

    @Test
    @DisplayName("plays again what it is asked for, and nothing else")
    void replay() throws Exception {
        options.add("-D" + Replay.PROPERTY + "=what holds");
        assertThat(run("ingchain.sample.ReplaySample")).isZero();
        assertThat(report().get(0)).contains("\"name\":\"what holds is played again\"", "\"DONE\"");
        assertThat(report()).filteredOn(line -> line.contains("\"test\"")).hasSize(1);
    }

    @Test
    @DisplayName("ends with 1 when what is played again does not hold")
    void replayFails() throws Exception {
        options.add("-D" + Replay.PROPERTY + "=what does not");
        assertThat(run("ingchain.sample.ReplaySample")).isEqualTo(1);
        assertThat(report().get(0)).contains("\"name\":\"what does not is played again\"", "\"WRONG\"");
    }

    @Test
    @DisplayName("plays nothing again where nothing is asked for, and reports no test of it")
    void noReplay() throws Exception {
        assertThat(run("ingchain.sample.ReplaySample")).isZero();
        assertThat(report().get(0)).contains("\"name\":\"itself()\"");
        assertThat(report()).filteredOn(line -> line.contains("\"test\"")).hasSize(1);
    }

    private int run(String... classes) throws IOException, InterruptedException {
        return run(1, classes);
    }

    private int run(int rounds, String... classes) throws IOException, InterruptedException {
        Process process = start();
        try {
            write(process, order(rounds, false, classes));
            return exitCode(process);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        List<String> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), CheckpointRun.class.getName()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String order(int rounds, boolean rehearsal, String... classes) throws IOException {
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        List<String> folders = List.of(studentsFolder().toString(), tests.toString());
        String report = folder.resolve(rehearsal ? "rehearsal" : "report").toString();
        return new Gson().toJson(new Order(report, folders, List.of(classes), rounds, rehearsal));
    }

    private static void write(Process process, String order) throws IOException {
        process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private int exitCode(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output()).isTrue();
        return process.exitValue();
    }

    @Test
    @DisplayName("forgets what a rehearsal has left in static fields, and takes the next order in the same JVM")
    void rehearsal() throws Exception {
        Process process = start();
        try {
            write(process, order(1, true, "ingchain.sample.CountsRunsSample"));
            write(process, order(1, false, "ingchain.sample.CountsRunsSample"));
            assertThat(exitCode(process)).isZero();
            assertThat(Files.readAllLines(folder.resolve("rehearsal"))).hasSize(3);
            assertThat(report()).hasSize(3);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("ends by itself when whoever gave the order is gone, though a test runs for ever")
    void abandoned() throws Exception {
        Process process = start();
        try {
            write(process, order(1, false, "ingchain.sample.EndlessSample"));
            process.getOutputStream().close();
            assertThat(exitCode(process)).isEqualTo(1);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * A folder that holds the student's class alone: the kit tells a student's lines by where they were loaded from.
     */
    private Path studentsFolder() throws IOException {
        String file = "ingchain/sample/Student.class";
        Path copy = folder.resolve("step").resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return folder.resolve("step");
    }

    private List<String> report() throws IOException {
        return Files.readAllLines(folder.resolve("report"));
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
