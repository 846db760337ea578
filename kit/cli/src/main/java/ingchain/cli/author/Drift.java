package ingchain.cli.author;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.exercise.Starter;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds starters that are not what their solutions say. */
final class Drift {
    private final Home home;

    Drift(Home home) {
        this.home = home;
    }

    /** A sentence for each file that has drifted. */
    List<String> problems(Course course) throws IOException {
        List<String> problems = new ArrayList<>();
        for (SolutionFile file : course.files()) {
            Path starter = home.starter(file.step()).resolve(file.path());
            if (!Files.exists(starter)) {
                problems.add(Texts.of(
                        "author.no-starter", home.shown(starter), file.source().file()));
            } else {
                String text = new String(Files.readAllBytes(starter), StandardCharsets.UTF_8);
                int line = firstDifference(text, Starter.of(file.source()));
                if (line > 0) {
                    problems.add(Texts.of(
                            "author.drift",
                            home.shown(starter),
                            line,
                            file.source().file()));
                }
            }
        }
        for (Step step : home.steps()) {
            for (Path orphan : StarterFiles.orphans(home, course, step)) {
                problems.add(Texts.of("author.orphan", home.shown(orphan)));
            }
        }
        return problems;
    }

    /** The first line that differs, from 1; 0 where none does. */
    private static int firstDifference(String is, String shouldBe) {
        if (is.equals(shouldBe)) {
            return 0;
        }
        List<String> one = is.lines().toList();
        List<String> other = shouldBe.lines().toList();
        int line = 0;
        while (line < one.size() && line < other.size() && one.get(line).equals(other.get(line))) {
            line++;
        }
        return line + 1;
    }
}
