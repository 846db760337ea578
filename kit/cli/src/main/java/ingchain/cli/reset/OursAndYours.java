package ingchain.cli.reset;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseCode;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our solution of an exercise and the student's, as one diff: what only the student has with a minus, what only we have with a plus. */
public final class OursAndYours {
    /** Methods are short: they are shown from their first line to their last. */
    private static final int CONTEXT = 1_000;

    private final Home home;
    private final Course course;

    /** Of the exercises in this kit. */
    public OursAndYours(Home home, Course course) {
        this.home = home;
        this.course = course;
    }

    /** The lines to show, with the colours of this terminal. */
    public List<String> lines(Exercise exercise, Terminal terminal) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                terminal.bold(exercise.label()),
                terminal.red(Texts.of("solution.yours")) + "   " + terminal.green(Texts.of("solution.ours"))));
        for (SolutionFile file : course.files(exercise.step())) {
            Optional<ExerciseCode> code = ExerciseCode.of(file, exercise.number());
            if (code.isPresent()) {
                Path path = home.starter(exercise.step()).resolve(file.path());
                lines.add("");
                lines.add(terminal.bold(home.shown(path)));
                lines.addAll(diff(code.get(), path, terminal));
            }
        }
        return lines;
    }

    private static List<String> diff(ExerciseCode code, Path path, Terminal terminal) throws IOException {
        String text = Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
        List<String> yours = code.yours(text);
        List<String> ours = code.ours();
        Patch<String> patch = DiffUtils.diff(yours, ours);
        if (patch.getDeltas().isEmpty()) {
            List<String> same = new ArrayList<>(List.of(Texts.of("solution.same")));
            ours.forEach(line -> same.add("  " + line));
            return same;
        }
        // The first lines name files and line numbers, which methods taken out of their file do not have.
        return UnifiedDiffUtils.generateUnifiedDiff("yours", "ours", yours, patch, CONTEXT).stream()
                .filter(line -> !line.startsWith("---") && !line.startsWith("+++") && !line.startsWith("@@"))
                .map(line -> coloured(line, terminal))
                .toList();
    }

    private static String coloured(String line, Terminal terminal) {
        String spaced = line.isEmpty() ? line : line.charAt(0) + " " + line.substring(1);
        if (line.startsWith("-")) {
            return terminal.red(spaced);
        }
        return line.startsWith("+") ? terminal.green(spaced) : spaced;
    }
}
