package ingchain.cli.author;

import ingchain.cli.check.Checkpoints;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what an exercise must have and has not: a checkpoint of enough tests, a section in the chapter, a hint. */
final class Belongings {
    private static final int FEWEST_TESTS = 3;

    private final Home home;

    Belongings(Home home) {
        this.home = home;
    }

    /** A sentence for each thing that is missing. */
    List<String> problems(Course course) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Step step : home.steps()) {
            Checkpoints checkpoints = new Checkpoints(home, step);
            for (Exercise exercise : course.exercises(step)) {
                ExerciseNumber number = exercise.number();
                if (number.step() != step.number()) {
                    problems.add(Texts.of("author.wrong-step", number, step.folder()));
                }
                if (checkpoints.classes(number).isEmpty()) {
                    problems.add(Texts.of("author.no-checkpoint", number, home.shown(home.checkpoints(step)), number));
                } else if (checkpoints.tests(number) < FEWEST_TESTS) {
                    problems.add(Texts.of("author.few-tests", number, checkpoints.tests(number), FEWEST_TESTS));
                }
                problems.addAll(chapterProblems(step, number));
            }
            for (ExerciseNumber number : checkpoints.numbers()) {
                if (course.exercise(number).isEmpty()) {
                    problems.add(Texts.of("author.no-region", number, step.folder()));
                }
            }
        }
        return problems;
    }

    private List<String> chapterProblems(Step step, ExerciseNumber number) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<Integer> hints = new TreeSet<>();
        for (String language : Texts.LANGUAGES) {
            Chapter chapter = Chapter.read(home, step, language);
            String file = Chapter.file(step, language);
            if (chapter.section(number).isEmpty()) {
                problems.add(Texts.of("author.no-section", number, file, number));
            } else if (chapter.hints(number).isEmpty()) {
                problems.add(Texts.of("author.no-hint", number, file));
            } else {
                hints.add(chapter.hints(number).size());
            }
        }
        if (hints.size() > 1) {
            problems.add(Texts.of("author.other-hints", number, hints, step.folder()));
        }
        return problems;
    }
}
