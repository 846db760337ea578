package ingchain.cli.author;

import ingchain.cli.exercise.Backup;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.exercise.Starter;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the starters of all steps from the solutions; whatever this would overwrite is put aside first. */
public final class StarterFiles {
    private final Home home;
    private final Terminal terminal;
    private final Backup backup;

    /** Writes below the kit's folder and tells the terminal what. */
    public StarterFiles(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
        this.backup = new Backup(home);
    }

    /** Brings every starter in line with its solution. */
    public void write(Course course) throws IOException {
        int written = 0;
        for (SolutionFile file : course.files()) {
            written += write(home.starter(file.step()).resolve(file.path()), Starter.of(file.source())) ? 1 : 0;
        }
        for (Step step : home.steps()) {
            for (Path orphan : orphans(home, course, step)) {
                terminal.say("starters.orphan", home.shown(orphan), home.shown(backup.move(orphan)));
            }
        }
        terminal.say(written == 0 ? "starters.nothing" : "starters.written", written);
    }

    private boolean write(Path starter, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(starter)) {
            if (Arrays.equals(Files.readAllBytes(starter), bytes)) {
                return false;
            }
            terminal.say("starters.kept", home.shown(starter), home.shown(backup.copy(starter)));
        }
        Files.createDirectories(starter.getParent());
        Files.write(starter, bytes);
        terminal.say("starters.file", home.shown(starter));
        return true;
    }

    /** The Java files of a step that no solution has. */
    static List<Path> orphans(Home home, Course course, Step step) {
        Path folder = home.starter(step);
        Set<Path> known = course.files(step).stream().map(SolutionFile::path).collect(Collectors.toSet());
        return home.javaFiles(folder).stream()
                .filter(file -> !known.contains(folder.relativize(file)))
                .toList();
    }
}
