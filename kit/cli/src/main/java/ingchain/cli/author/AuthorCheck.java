package ingchain.cli.author;

import ingchain.cli.check.Checker;
import ingchain.cli.docs.Pages;
import ingchain.cli.exercise.Course;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.mutants.MutantFigures;
import ingchain.cli.mutants.ReasonsFile;
import ingchain.cli.run.FullNode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** All that an author wants to know before exercises go out: nothing has drifted apart, and every exercise is sound. */
public final class AuthorCheck {
    private final Home home;
    private final Terminal terminal;
    private final Course course;
    private final Function<List<String>, Optional<String>> ingchain;

    /**
     * Of the exercises in this kit.
     *
     * @param ingchain tells what is wrong with the words of a command line behind {@code ./ingchain}; empty where nothing is
     */
    public AuthorCheck(Home home, Terminal terminal, Course course, Function<List<String>, Optional<String>> ingchain) {
        this.home = home;
        this.terminal = terminal;
        this.course = course;
        this.ingchain = ingchain;
    }

    /**
     * Runs it and tells every problem; true where there is none.
     *
     * @param quick whether to leave out what takes minutes because something is run: exercises, nodes, and what pages show
     *     of them
     */
    public boolean run(boolean quick) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>(new Drift(home).problems(course));
        problems.addAll(new Belongings(home).problems(course));
        problems.addAll(new BookCheck(home).problems());
        List<Path> pages = pages();
        problems.addAll(new LinkCheck(home).problems(pages));
        problems.addAll(new CommandCheck(home, ingchain).problems(pages));
        problems.addAll(new CauseCheck(home).problems());
        problems.addAll(new BankCheck(home, course).problems());
        new Pages(home, quick).drifted().forEach(place -> problems.add(Texts.of("author.page", place)));
        problems.addAll(ReasonsFile.strays(home, course));
        problems.addAll(MutantFigures.strays(home));
        List<String> notes = new ArrayList<>();
        if (!quick) {
            problems.addAll(new CurlCheck(home, () -> FullNode.onReference(home)).problems(pages));
            for (Proof proof : proofs()) {
                problems.addAll(proof.problems());
                notes.addAll(proof.notes());
            }
        }
        notes.forEach(note -> terminal.line(terminal.yellow(terminal.mark("•", "-")) + " " + note));
        problems.forEach(problem -> terminal.line(terminal.red(terminal.mark("✗", "x")) + " " + problem));
        terminal.say(
                problems.isEmpty() ? quick ? "author.quick" : "author.sound" : "author.problems",
                course.exercises().size(),
                problems.size());
        return problems.isEmpty();
    }

    /** All that students and instructors read: the book, and the READMEs that lead to it. */
    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(Pages.all(home));
        List<String> folders = new ArrayList<>(List.of(""));
        home.steps().forEach(step -> folders.add(step.folder()));
        folders.stream()
                .map(folder -> home.root().resolve(folder).resolve("README.md"))
                .filter(Files::exists)
                .forEach(pages::add);
        return pages;
    }

    /** One for each stage of each step, in order; they are worked on side by side. */
    private List<Proof> proofs() throws IOException, InterruptedException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Proof>> stages = new ArrayList<>();
            for (Step step : home.steps()) {
                int exercises = course.exercises(step).size();
                if (exercises > 0) {
                    new Checker(home).prepare(step);
                }
                for (int solved = 0; exercises > 0 && solved <= exercises; solved++) {
                    int stage = solved;
                    stages.add(workers.submit(() -> {
                        Proof proof = new Proof(home, course);
                        proof.stage(step, stage);
                        return proof;
                    }));
                }
            }
            List<Proof> proofs = new ArrayList<>();
            for (Future<Proof> stage : stages) {
                proofs.add(stage.get());
            }
            return proofs;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
