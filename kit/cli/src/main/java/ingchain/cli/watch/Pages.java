package ingchain.cli.watch;

import ingchain.cli.check.CheckPrinter;
import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.OutcomeMark;
import ingchain.cli.check.Overview;
import ingchain.cli.check.UndonePlaces;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.hint.HintBook;
import ingchain.cli.kit.Home;
import ingchain.cli.reset.OursAndYours;
import ingchain.cli.text.Markdown;
import ingchain.cli.text.Sheet;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The pages of the loop: the exercise in hand, the list, a text to read, a question. */
final class Pages {
    private final Home home;
    private final Course course;
    private final Terminal terminal;
    private final boolean keys;
    private final boolean polling;

    /**
     * @param terminal whose colours and marks are used
     * @param keys whether single keys are read, or lines
     * @param polling whether saves are noticed by looking, which the user is to know
     */
    Pages(Home home, Course course, Terminal terminal, boolean keys, boolean polling) {
        this.home = home;
        this.course = course;
        this.terminal = terminal;
        this.keys = keys;
        this.polling = polling;
    }

    /** The exercise in hand, and what was found out about it. */
    View exercise(Moment moment) throws IOException {
        List<String> body = new ArrayList<>();
        if (moment.news != null) {
            body.add(moment.news);
            body.add("");
        }
        if (moment.exercise == null) {
            body.add(Texts.of("status.all-done"));
            return new View("end", header(moment), body, -1, Texts.of("watch.keys-end"), null);
        }
        String brief = moment.checking ? checking(moment.exercise) : null;
        body.addAll(task(moment));
        if (moment.hints == Moment.Hints.FIRST) {
            body.addAll(hints(moment.exercise));
        }
        body.add("");
        if (moment.checking) {
            body.add(brief);
        } else if (moment.result != null && moment.result.outcome() != Outcome.NOT_DONE) {
            body.addAll(verdict(moment.result));
        } else {
            body.add(terminal.faint(Texts.of(waiting(moment))));
        }
        if (moment.hints == Moment.Hints.LAST) {
            body.addAll(hints(moment.exercise));
        }
        Object subject = List.of(moment.exercise.number(), String.valueOf(moment.result));
        String footer =
                Texts.of(keys ? "watch.keys" : "watch.words") + (polling ? "  " + Texts.of("watch.polling") : "");
        return new View(subject, header(moment), body, -1, terminal.faint(footer), brief);
    }

    private static String waiting(Moment moment) {
        boolean done =
                moment.entries.stream().anyMatch(entry -> entry.exercise().equals(moment.exercise) && entry.isDone());
        if (done) {
            return "watch.done";
        }
        return moment.result == null ? "watch.waiting" : "watch.not-done";
    }

    private List<String> header(Moment moment) {
        return List.of(new Overview(home, terminal, moment.entries).bar());
    }

    private String checking(Exercise exercise) {
        return terminal.yellow(Texts.of("watch.checking", exercise.number()));
    }

    private List<String> task(Moment moment) throws IOException {
        Exercise exercise = moment.exercise;
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(exercise.label())
                + (exercise.isBonus() ? " " + terminal.faint(Texts.of("check.bonus")) : ""));
        if (moment.result == null || moment.result.outcome() == Outcome.NOT_DONE) {
            lines.add("");
            lines.add("  " + course.task(exercise));
            lines.add("");
        }
        lines.add(Texts.of("status.write", new UndonePlaces(home, exercise.step()).place(exercise)));
        lines.add(Texts.of("status.read", Chapter.place(home, exercise)));
        return lines;
    }

    private List<String> verdict(ExerciseResult result) throws IOException {
        if (result.isDone()) {
            return List.of(done(result));
        }
        Sheet sheet = new Sheet(terminal.colour(), terminal.unicode());
        new CheckPrinter(home, sheet.terminal(), true).details(result);
        List<String> lines = new ArrayList<>(sheet.lines());
        lines.remove(0);
        String first = lines.remove(0);
        lines.add(0, OutcomeMark.of(terminal, result.outcome()) + " " + first.strip());
        return lines;
    }

    /** The line that tells that an exercise is done. */
    String done(ExerciseResult result) {
        Sheet sheet = new Sheet(terminal.colour(), terminal.unicode());
        new CheckPrinter(home, sheet.terminal()).line(result);
        return sheet.lines().get(0).strip() + terminal.green(": " + Texts.of(Outcome.DONE.key()));
    }

    private List<String> hints(Exercise exercise) throws IOException {
        List<String> lines = new ArrayList<>();
        List<HintBook.Hint> given = new HintBook(home).given(exercise);
        for (HintBook.Hint hint : given) {
            lines.add("");
            lines.add(terminal.bold(hint.title()));
            Markdown.lines(hint.lines(), terminal).forEach(line -> lines.add("  " + line));
        }
        if (given.isEmpty()) {
            lines.add("");
            lines.add(Texts.of("hint.none", Chapter.place(home, exercise)));
        }
        return lines;
    }

    /** All exercises, one of them selected. */
    View list(Moment moment, int selected) {
        List<String> body = new ArrayList<>();
        List<String> lines = new Overview(home, terminal, moment.entries).lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean here = keys && i == selected;
            body.add((here ? terminal.mark("▸", ">") + " " : "  ") + lines.get(i));
        }
        String footer = Texts.of(keys ? "watch.keys-list" : "watch.words-list");
        return new View("list", header(moment), body, keys ? selected : -1, terminal.faint(footer), null);
    }

    /** What the chapter says about an exercise. */
    View chapter(Moment moment) throws IOException {
        List<String> section = Chapter.read(home, moment.exercise.step()).explanation(moment.exercise.number());
        List<String> body = new ArrayList<>(Markdown.lines(section, terminal));
        body.add("");
        body.add(terminal.faint(Chapter.place(home, moment.exercise)));
        return text("chapter", moment, body);
    }

    /** Our solution beside the student's. */
    View solution(Moment moment) throws IOException {
        return text("solution", moment, new OursAndYours(home, course).lines(moment.exercise, terminal));
    }

    private View text(String subject, Moment moment, List<String> body) {
        String footer = Texts.of(keys ? "watch.keys-text" : "watch.words-text");
        return new View(subject, header(moment), body, -1, terminal.faint(footer), null);
    }

    /** A question that is answered by yes or no. */
    View question(Moment moment, String question, List<String> about) {
        List<String> body = new ArrayList<>(about);
        body.add(question);
        return new View(question, header(moment), body, -1, terminal.bold(Texts.of("ask.yes-no")), null);
    }
}
