package ingchain.cli.watch;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.Progress.State;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.hint.HintBook;
import ingchain.cli.kit.Home;
import ingchain.cli.reset.Reset;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;

/**
 * The learner's loop. It takes one event after the other, a key or a save or the end of a check, and shows what is to be
 * seen then.
 */
final class Watch {
    private final Home home;
    private final Course course;
    private final BlockingQueue<Event> events;
    private final Checks checks;
    private final Screen screen;
    private final Pages pages;
    private final Moment moment = new Moment();

    private Page page = Page.EXERCISE;
    private int selected;
    private String question;
    private List<String> about = List.of();
    private Action answer;
    private boolean gone;

    private enum Page {
        EXERCISE,
        LIST,
        CHAPTER,
        SOLUTION,
        QUESTION
    }

    private interface Action {
        void run() throws IOException;
    }

    Watch(Home home, Course course, BlockingQueue<Event> events, Checks checks, Screen screen, Pages pages) {
        this.home = home;
        this.course = course;
        this.events = events;
        this.checks = checks;
        this.screen = screen;
        this.pages = pages;
    }

    /**
     * Goes on until the user leaves.
     *
     * @param first the exercise to begin with; null for the first that is not done
     */
    void run(Exercise first) throws IOException, InterruptedException {
        moment.entries = checks.entries();
        take(first != null ? first : next().orElse(null));
        show();
        if (moment.exercise != null) {
            checks.rehearse(moment.exercise);
            Entry entry = entry(moment.exercise);
            if (entry.state() != State.NOT_DONE && !entry.isDone()) {
                check();
            }
        }
        while (!gone) {
            handle(events.take());
            show();
        }
    }

    private void handle(Event event) throws IOException {
        if (event instanceof Event.Key key) {
            press(key.name());
        } else if (event instanceof Event.Line line) {
            type(line.text());
        } else if (event instanceof Event.Saved) {
            check();
        } else if (event instanceof Event.Checked checked) {
            checked(checked.result());
        } else if (event instanceof Event.Rechecked) {
            rechecked();
        } else if (event instanceof Event.Failed failed) {
            if (failed.exception() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IOException(failed.exception());
        } else if (event instanceof Event.Resized) {
            screen.redraw();
        } else if (event instanceof Event.Gone) {
            gone = true;
        }
    }

    // Checking

    private void check() {
        if (moment.exercise != null) {
            moment.checking = true;
            checks.start(moment.exercise);
        }
    }

    private void checked(ExerciseResult result) throws IOException {
        if (!result.exercise().equals(moment.exercise)) {
            return;
        }
        moment.checking = false;
        moment.entries = checks.entries();
        if (!result.isDone()) {
            moment.news = result.outcome() == Outcome.NOT_DONE ? moment.news : null;
            moment.result = result;
            moment.hints = moment.hints == Moment.Hints.NONE ? Moment.Hints.NONE : Moment.Hints.LAST;
            return;
        }
        moment.news = pages.done(result);
        Exercise done = moment.exercise;
        next().filter(exercise -> !exercise.equals(done)).ifPresentOrElse(this::take, () -> take(null));
        checks.startChanged(moment.exercise == null ? done : moment.exercise);
    }

    /** What was done before may have been broken by the last change: then that comes first. */
    private void rechecked() throws IOException {
        moment.entries = checks.entries();
        Optional<Exercise> broken = moment.entries.stream()
                .filter(entry -> entry.state() == State.CHECKED && !entry.isDone())
                .map(Entry::exercise)
                .filter(exercise -> moment.exercise == null || exercise.compareTo(moment.exercise) < 0)
                .findFirst();
        if (broken.isPresent() && moment.result == null) {
            take(broken.get());
            moment.news = Texts.of("watch.broken", broken.get().number());
            check();
        }
    }

    private void take(Exercise exercise) {
        moment.exercise = exercise;
        moment.result = null;
        moment.hints = Moment.Hints.NONE;
    }

    /** The first exercise that was not done yet, whatever has changed in those that were; a bonus last. */
    private Optional<Exercise> next() {
        return Stream.of(false, true)
                .flatMap(bonus -> moment.entries.stream()
                        .filter(entry -> !entry.wasDone() || entry.state() == State.NOT_DONE)
                        .map(Entry::exercise)
                        .filter(exercise -> exercise.isBonus() == bonus))
                .findFirst();
    }

    // Keys and words

    private void press(String key) throws IOException {
        if (key.equals("redraw")) {
            screen.redraw();
        } else if (page == Page.QUESTION) {
            answer(key.equals("y"));
        } else if (page == Page.LIST) {
            pressInList(key);
        } else {
            switch (key) {
                case "up", "k" -> screen.scroll(-1);
                case "down", "j" -> screen.scroll(1);
                case "page-up" -> screen.scroll(-screen.page());
                case "page-down" -> screen.scroll(screen.page());
                default -> command(key);
            }
        }
    }

    private void pressInList(String key) throws IOException {
        switch (key) {
            case "up", "k" -> selected = Math.max(0, selected - 1);
            case "down", "j" -> selected = Math.min(moment.entries.size() - 1, selected + 1);
            case "page-up" -> selected = Math.max(0, selected - screen.page());
            case "page-down" -> selected = Math.min(moment.entries.size() - 1, selected + screen.page());
            case "enter" -> jump(moment.entries.get(selected).exercise());
            case "x" -> askReset(moment.entries.get(selected).exercise());
            default -> page = Page.EXERCISE;
        }
    }

    /** A line: the letter of a key, the number of an exercise to jump to, or x and a number to reset it. */
    private void type(String line) throws IOException {
        if (page == Page.QUESTION) {
            answer(line.startsWith("y"));
            return;
        }
        String[] words = line.split("\\s+");
        Optional<Exercise> exercise =
                ExerciseNumber.parse(words[words.length - 1]).flatMap(course::exercise);
        if (exercise.isPresent() && words[0].equals("x")) {
            askReset(exercise.get());
        } else if (exercise.isPresent()) {
            jump(exercise.get());
        } else {
            command(line.isEmpty() ? "" : line.substring(0, 1));
        }
    }

    private void command(String key) throws IOException {
        boolean some = moment.exercise != null;
        switch (key) {
            case "q" -> {
                gone = page == Page.EXERCISE;
                page = Page.EXERCISE;
            }
            case "l" -> {
                page = Page.LIST;
                moment.entries = checks.entries();
                selected = Math.max(0, exercises().indexOf(moment.exercise));
            }
            case "h" -> hint(some);
            case "r" -> {
                page = Page.EXERCISE;
                check();
            }
            case "s" -> askSolution(some);
            case "d" -> page = some ? Page.CHAPTER : page;
            default -> page = Page.EXERCISE;
        }
    }

    private List<Exercise> exercises() {
        return moment.entries.stream().map(Entry::exercise).toList();
    }

    /** To an exercise that is done, a student goes to look at it: it is not checked, for then the next would follow. */
    private void jump(Exercise exercise) {
        take(exercise);
        moment.news = null;
        moment.checking = false;
        page = Page.EXERCISE;
        Entry entry = entry(exercise);
        if (entry.state() == State.NOT_DONE || entry.isDone()) {
            checks.rehearse(exercise);
        } else {
            check();
        }
    }

    private Entry entry(Exercise exercise) {
        return moment.entries.stream()
                .filter(entry -> entry.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
    }

    private void hint(boolean some) throws IOException {
        page = Page.EXERCISE;
        if (some) {
            // What helps against the last mistake is on the screen already, after "Next:".
            new HintBook(home).nextOfChapter(moment.exercise);
            moment.hints = Moment.Hints.FIRST;
        }
    }

    private void askSolution(boolean some) {
        boolean done =
                moment.entries.stream().anyMatch(entry -> entry.exercise().equals(moment.exercise) && entry.wasDone());
        if (done) {
            page = Page.SOLUTION;
        } else if (some) {
            ask(Texts.of("solution.sure", moment.exercise.number()), List.of(), () -> page = Page.SOLUTION);
        }
    }

    private void askReset(Exercise exercise) throws IOException {
        Optional<Reset> alone = Reset.of(home, course, exercise);
        Reset reset = alone.isPresent() ? alone.get() : Reset.wholeFiles(home, course, exercise);
        if (reset.files().isEmpty()) {
            moment.news = Texts.of("reset.nothing");
            page = Page.EXERCISE;
            return;
        }
        String what = alone.isPresent()
                ? Texts.of("reset.exercise", exercise.label())
                : Texts.of("reset.not-alone", exercise.number()) + " " + Texts.of("reset.whole", exercise.number());
        ask(what, reset.files(), () -> {
            List<String> kept = reset.write();
            take(exercise);
            moment.news = kept.isEmpty() ? null : Texts.of("reset.kept", kept.get(0));
            moment.checking = false;
        });
    }

    private void ask(String text, List<String> lines, Action action) {
        page = Page.QUESTION;
        question = text;
        about = lines;
        answer = action;
    }

    private void answer(boolean yes) throws IOException {
        page = Page.EXERCISE;
        if (yes) {
            answer.run();
        }
    }

    private void show() throws IOException {
        if (gone) {
            return;
        }
        screen.show(
                switch (page) {
                    case EXERCISE -> pages.exercise(moment);
                    case LIST -> pages.list(moment, selected);
                    case CHAPTER -> pages.chapter(moment);
                    case SOLUTION -> pages.solution(moment);
                    case QUESTION -> pages.question(moment, question, about);
                });
    }
}
