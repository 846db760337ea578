package ingchain.cli.watch;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.reset.Reset;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * The learner's loop. It takes one event after the other, a key or a save or the end of a check, and shows what is to be
 * seen then.
 */
final class Watch {
    private final Home home;
    private final Course course;
    private final BlockingQueue<Event> events;
    private final Screen screen;
    private final Pages pages;
    private final Lesson lesson;
    private final Moment moment;

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
        this.screen = screen;
        this.pages = pages;
        this.lesson = new Lesson(home, checks, pages);
        this.moment = lesson.moment();
    }

    /**
     * Goes on until the user leaves.
     *
     * @param first the exercise to begin with; null for the first that is not done
     */
    void run(Exercise first) throws IOException, InterruptedException {
        lesson.begin(first);
        show();
        lesson.warmUp();
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
            lesson.check();
        } else if (event instanceof Event.Checked checked) {
            lesson.checked(checked.result());
        } else if (event instanceof Event.Rechecked) {
            lesson.rechecked();
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
                lesson.look();
                selected = Math.max(0, lesson.exercises().indexOf(moment.exercise));
            }
            case "h" -> {
                page = Page.EXERCISE;
                lesson.hint();
            }
            case "r" -> {
                page = Page.EXERCISE;
                lesson.check();
            }
            case "s" -> askSolution(some);
            case "d" -> page = some ? Page.CHAPTER : page;
            default -> page = Page.EXERCISE;
        }
    }

    private void jump(Exercise exercise) {
        page = Page.EXERCISE;
        lesson.jump(exercise);
    }

    private void askSolution(boolean some) {
        if (lesson.wasDone()) {
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
        ask(what, reset.files(), () -> lesson.reset(exercise, reset));
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
