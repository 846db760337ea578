package ingchain.cli.docs;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with blocks that are written by a command: what stands between the lines {@code <!-- from: matrix 1 -->} and
 * {@code <!-- end -->}.
 *
 * @param name of the file, for messages
 * @param lines as they stand
 */
record Page(String name, List<String> lines) {
    private static final Pattern BEGIN = Pattern.compile("<!-- from: ([\\w-]+)(?: (.+))? -->");
    private static final String END = "<!-- end -->";

    /** Gives the text of a block. */
    interface Writer {
        /**
         * The lines to stand in the block.
         *
         * @param kind the word after "from:"
         * @param about the words after that; empty where there are none
         * @return null where there is no such kind
         */
        List<String> write(String kind, String about) throws IOException, InterruptedException;

        /** Whether blocks of this kind are to stay as they are. */
        default boolean leaves(String kind) {
            return false;
        }
    }

    /** Tells of each block by its kind and what it is about. */
    void blocks(BiConsumer<String, String> told) {
        for (String line : lines) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                told.accept(begin.group(1), about(begin));
            }
        }
    }

    private static String about(Matcher begin) {
        return begin.group(2) == null ? "" : begin.group(2);
    }

    /**
     * The page with all its blocks written afresh, but for those that are left as they are.
     *
     * @throws Failure where a block is of no known kind or never ends
     */
    Page written(Writer writer) throws IOException, InterruptedException {
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher begin = BEGIN.matcher(lines.get(i));
            fresh.add(lines.get(i));
            if (begin.matches()) {
                int end = end(i);
                List<String> text = writer.leaves(begin.group(1))
                        ? lines.subList(i + 1, end)
                        : writer.write(begin.group(1), about(begin));
                if (text == null) {
                    throw mistake(i, "nothing writes \"" + begin.group(1) + "\"");
                }
                fresh.addAll(text);
                fresh.add(END);
                i = end;
            }
        }
        return new Page(name, fresh);
    }

    private int end(int begin) {
        for (int i = begin + 1; i < lines.size(); i++) {
            if (lines.get(i).equals(END)) {
                return i;
            }
            if (BEGIN.matcher(lines.get(i)).matches()) {
                break;
            }
        }
        throw mistake(begin, "the line " + END + " is missing after this block");
    }

    private Failure mistake(int index, String sentence) {
        return new Failure(ExitCode.DOES_NOT_HOLD, name + ":" + (index + 1) + ": " + sentence);
    }
}
