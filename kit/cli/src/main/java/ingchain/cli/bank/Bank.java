package ingchain.cli.bank;

import ingchain.cli.kit.Home;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All entries of the bank.
 *
 * @param entries the wrong ones first, each kind in the order of exercises
 */
public record Bank(List<BankEntry> entries) {
    private static final Pattern NAME = Pattern.compile("([1-9])(\\.[1-9]\\d?)?\\.md");

    /**
     * Reads kit/bank: {@code wrong/1.2.md} for each exercise, {@code unusual/1.md} for each step.
     *
     * @throws Failure where a file cannot be understood, or two entries have one name
     */
    public static Bank read(Home home) {
        Path folder = home.root().resolve("kit/bank");
        List<BankEntry> entries = new ArrayList<>();
        entries.addAll(read(home, folder.resolve("wrong"), false));
        entries.addAll(read(home, folder.resolve("unusual"), true));
        Map<String, BankEntry> byId = new HashMap<>();
        for (BankEntry entry : entries) {
            BankEntry other = byId.put(entry.id(), entry);
            if (other != null) {
                throw new Failure(
                        ExitCode.DOES_NOT_HOLD, entry.place() + ": " + entry.id() + " is the name of " + other.place());
            }
        }
        return new Bank(List.copyOf(entries));
    }

    private static List<BankEntry> read(Home home, Path folder, boolean right) {
        List<BankEntry> entries = new ArrayList<>();
        for (Path file : files(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                int step = Integer.parseInt(name.group(1));
                entries.addAll(BankFile.read(home.shown(file), step, text(file)));
            }
        }
        for (BankEntry entry : entries) {
            if (entry.isRight() != right) {
                throw new Failure(
                        ExitCode.DOES_NOT_HOLD,
                        entry.place() + ": " + entry.id()
                                + (right ? " is right, and so nothing is red" : " needs a line \"Red: ...\""));
            }
        }
        return entries;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The entries that a command line asks for.
     *
     * @param words names of entries, exercises (1.2) or steps (1); none for all
     * @param share of those, every so many-th: 1 for all of them
     * @throws Failure where a word fits no entry
     */
    public List<BankEntry> asked(List<String> words, int share) {
        for (String word : words) {
            if (entries.stream().noneMatch(entry -> entry.isMeantBy(word))) {
                throw new Failure(ExitCode.USAGE, Texts.of("matrix.nothing", word));
            }
        }
        List<BankEntry> meant = entries.stream()
                .filter(entry -> words.isEmpty() || words.stream().anyMatch(entry::isMeantBy))
                .toList();
        return IntStream.range(0, meant.size())
                .filter(i -> i % Math.max(1, share) == 0)
                .mapToObj(meant::get)
                .toList();
    }
}
