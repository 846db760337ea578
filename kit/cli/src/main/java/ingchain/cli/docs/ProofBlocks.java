package ingchain.cli.docs;

import ingchain.cli.bank.Bank;
import ingchain.cli.bank.BankEntry;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.mutants.MutantFigures;
import ingchain.cli.mutants.MutantFigures.Count;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures that pages show of the proof: how large the bank is, and what came of the mutants. */
final class ProofBlocks implements Page.Writer {
    private final Home home;

    ProofBlocks(Home home) {
        this.home = home;
    }

    @Override
    public List<String> write(String kind, String about) throws IOException {
        MutantFigures figures = MutantFigures.read(home);
        return kind.equals("mutants") ? mutants(figures) : inShort(figures.sum());
    }

    private List<String> inShort(Count mutants) {
        List<BankEntry> entries = Bank.read(home).entries();
        long right = entries.stream().filter(BankEntry::isRight).count();
        String sentence = Texts.of("proof.in-short", entries.size() - right, right, mutants.all(), mutants.killed());
        return List.of("", sentence, "");
    }

    /** A table of all exercises, for the day on which they were tried. */
    private List<String> mutants(MutantFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Texts.of("proof.day", figures.day()));
        lines.add("");
        lines.add(Texts.of("proof.mutants"));
        lines.add("|---|---|---|");
        for (Exercise exercise : Course.read(home).exercises()) {
            Count count = figures.of(exercise);
            lines.add("| " + exercise.label() + " | " + count.all() + " | " + count.killed() + " |");
        }
        Count sum = figures.sum();
        lines.add("| **" + Texts.of("proof.all") + "** | **" + sum.all() + "** | **" + sum.killed()
                + String.format(Locale.ROOT, " (%.1f %%)", sum.percent()) + "** |");
        lines.add("");
        return lines;
    }
}
