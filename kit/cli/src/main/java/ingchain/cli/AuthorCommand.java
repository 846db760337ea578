package ingchain.cli;

import ingchain.cli.author.AuthorCheck;
import ingchain.cli.author.Soak;
import ingchain.cli.author.StarterFiles;
import ingchain.cli.bank.Bank;
import ingchain.cli.bank.BankEntry;
import ingchain.cli.bank.Matrix;
import ingchain.cli.bank.MatrixPrinter;
import ingchain.cli.docs.Pages;
import ingchain.cli.exercise.Course;
import ingchain.cli.kit.Step;
import ingchain.cli.mutants.Mutants;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** For the authors of exercises. */
@Command(name = "author")
final class AuthorCommand {
    private final Kit kit;

    AuthorCommand(Kit kit) {
        this.kit = kit;
    }

    @Command(name = "starters")
    int starters() throws IOException {
        Course course = Course.read(kit.home());
        new StarterFiles(kit.home(), kit.terminal()).write(course);
        return ExitCode.HOLDS;
    }

    @Command(name = "check")
    int check(@Option(names = "--quick", descriptionKey = "quick") boolean quick)
            throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        AuthorCheck check = new AuthorCheck(kit.home(), kit.terminal(), course, new Understood(kit, course)::mistake);
        return check.run(quick) ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }

    @Command(name = "docs")
    int docs() throws IOException, InterruptedException {
        List<String> changed = new Pages(kit.home()).write();
        changed.forEach(page -> kit.terminal().say("pages.written", page));
        if (changed.isEmpty()) {
            kit.terminal().say("pages.nothing");
        }
        return ExitCode.HOLDS;
    }

    @Command(name = "matrix")
    int matrix(
            @Parameters(arity = "0..*", paramLabel = "ENTRY|EXERCISE|STEP", descriptionKey = "asked")
                    List<String> asked,
            @Option(names = "--share", paramLabel = "N", defaultValue = "1", descriptionKey = "share") int share)
            throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        List<BankEntry> entries = Bank.read(kit.home()).asked(asked == null ? List.of() : asked, share);
        MatrixPrinter printer = new MatrixPrinter(kit.terminal());
        long start = System.nanoTime();
        List<Matrix.Row> rows = new Matrix(kit.home(), course).run(entries, printer::row);
        printer.summary(rows, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        return rows.stream().allMatch(Matrix.Row::isAsExpected) ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }

    @Command(name = "mutants")
    int mutants(
            @Parameters(arity = "0..*", paramLabel = "STEP", descriptionKey = "asked") List<String> asked,
            @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads") Integer threads,
            @Option(names = "--last", descriptionKey = "last") boolean last)
            throws IOException, InterruptedException {
        Course course = Course.read(kit.home());
        List<Step> steps = asked == null
                ? kit.home().steps()
                : asked.stream()
                        .map(word -> Asked.step(course, kit.home(), word))
                        .toList();
        Mutants mutants = new Mutants(kit.home(), kit.terminal(), course);
        if (!last) {
            // Two for each core: many a mutant makes a checkpoint wait in vain, and does nothing meanwhile.
            mutants.run(steps, threads == null ? 2 * Runtime.getRuntime().availableProcessors() : threads);
        }
        return mutants.judge(steps) ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }

    @Command(name = "soak")
    int soak(
            @Option(names = "--runs", paramLabel = "N", defaultValue = "100", descriptionKey = "runs") int runs,
            @Option(names = "--pinned-runs", paramLabel = "N", defaultValue = "10", descriptionKey = "pinned-runs")
                    int pinnedRuns)
            throws IOException, InterruptedException {
        if (runs < 0 || pinnedRuns < 0 || runs + pinnedRuns == 0) {
            throw new Failure(ExitCode.USAGE, Texts.of("soak.no-runs"));
        }
        boolean steady = new Soak(kit.home(), kit.terminal()).run(runs, pinnedRuns);
        return steady ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
