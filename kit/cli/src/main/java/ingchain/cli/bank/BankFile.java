package ingchain.cli.bank;

import ingchain.cli.check.Outcome;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of the bank, which is Markdown: a heading for each entry, a line that tells what must be red, and blocks of
 * code under the names of their files. A {@code diff} block changes a few lines, a {@code java} block is a whole file.
 * All other text is for readers.
 */
final class BankFile {
    private static final Pattern HEADING = Pattern.compile("## ([a-z0-9-]+): (.+)");
    private static final Pattern RED = Pattern.compile("Red: (.+?)\\.?");
    private static final Pattern EXPECTED =
            Pattern.compile("(\\d+\\.\\d+)(?: (wrong|threw|ran-out-of-time))?(?: `?([a-z0-9-]+)`?)?");
    private static final Pattern FILE = Pattern.compile("`([\\w/]+\\.java)`:?");

    private final String name;
    private final int step;
    private final List<String> lines;
    private final List<BankEntry> entries = new ArrayList<>();
    private String place;
    private String id;
    private String title;
    private String file;
    private List<Expected> red;
    private List<Change> changes;

    private BankFile(String name, int step, List<String> lines) {
        this.name = name;
        this.step = step;
        this.lines = lines;
    }

    /**
     * The entries in order.
     *
     * @param name of the file, for messages
     * @param step the number of the step that they change
     * @throws Failure where the file cannot be understood
     */
    static List<BankEntry> read(String name, int step, String text) {
        return new BankFile(name, step, text.lines().toList()).read();
    }

    private List<BankEntry> read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = HEADING.matcher(line);
            Matcher redLine = RED.matcher(line);
            Matcher fileLine = FILE.matcher(line);
            if (heading.matches()) {
                end();
                begin(i, heading.group(1), heading.group(2));
            } else if (line.startsWith("## ")) {
                throw mistake(i, "a heading is \"## name-of-the-entry: what it is\"");
            } else if (line.startsWith("```")) {
                i = block(i);
            } else if (id != null && redLine.matches()) {
                red.addAll(expected(i, redLine.group(1)));
            } else if (fileLine.matches()) {
                file = fileLine.group(1);
            }
        }
        end();
        return entries;
    }

    private void begin(int index, String newId, String newTitle) {
        place = name + ":" + (index + 1);
        id = newId;
        title = newTitle;
        file = null;
        red = new ArrayList<>();
        changes = new ArrayList<>();
    }

    private void end() {
        if (id != null) {
            if (changes.isEmpty()) {
                throw new Failure(ExitCode.DOES_NOT_HOLD, place + ": " + id + " changes nothing");
            }
            entries.add(new BankEntry(place, id, title, step, List.copyOf(red), List.copyOf(changes)));
        }
    }

    /** Reads a block of code and gives the index of its last line. */
    private int block(int first) {
        String kind = lines.get(first).substring(3).strip();
        int last = first + 1;
        while (last < lines.size() && !lines.get(last).equals("```")) {
            last++;
        }
        if (last == lines.size()) {
            throw mistake(first, "this block of code is never closed");
        }
        List<String> content = lines.subList(first + 1, last);
        if (id != null && (kind.equals("diff") || kind.equals("java"))) {
            if (file == null) {
                throw mistake(
                        first,
                        "a block of code needs the name of its file on a line before it, such as `PeerServer.java`");
            }
            changes.add(
                    kind.equals("diff")
                            ? hunk(first, content)
                            : new Change.Whole(file, String.join("\n", content) + "\n"));
        }
        return last;
    }

    private Change hunk(int index, List<String> content) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String line : content) {
            char sign = line.isEmpty() ? ' ' : line.charAt(0);
            String rest = line.isEmpty() ? "" : line.substring(1);
            if (" -+".indexOf(sign) < 0) {
                throw mistake(index, "each line of a diff begins with a space, - or +");
            }
            if (sign != '+') {
                before.add(rest);
            }
            if (sign != '-') {
                after.add(rest);
            }
        }
        if (before.isEmpty()) {
            throw mistake(index, "a diff needs a line that is in the file, to tell where the change goes");
        }
        return new Change.Hunk(file, before, after);
    }

    private List<Expected> expected(int index, String list) {
        List<Expected> all = new ArrayList<>();
        for (String part : list.split(",\\s*")) {
            Matcher matcher = EXPECTED.matcher(part);
            if (!matcher.matches()) {
                throw mistake(index, "what must be red is \"1.2 wrong cause-id\", and not \"" + part + "\"");
            }
            ExerciseNumber number = ExerciseNumber.parse(matcher.group(1)).orElseThrow();
            all.add(new Expected(number, outcome(matcher.group(2)), matcher.group(3)));
        }
        return all;
    }

    private static Outcome outcome(String word) {
        for (Outcome outcome : Outcome.values()) {
            if (word(outcome).equals(word)) {
                return outcome;
            }
        }
        return null;
    }

    /** The word for an outcome in the bank. */
    static String word(Outcome outcome) {
        return outcome == Outcome.TIMED_OUT
                ? "ran-out-of-time"
                : outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Failure mistake(int index, String sentence) {
        return new Failure(ExitCode.DOES_NOT_HOLD, name + ":" + (index + 1) + ": " + sentence);
    }
}
