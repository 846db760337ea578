package ingchain.checkpoint;

import java.util.List;

/**
 * What a student is told about one test.
 *
 * @param outcome how it ended
 * @param sentence the expectation that broke, or what ended the test; empty where it held
 * @param causeId names the kind of mistake; empty where it held
 * @param cause why, in one sentence that names the student's line where one is known; empty where it held
 * @param next what to do about it; empty where it held
 * @param transcript the numbered steps, the one that broke last
 */
record Verdict(Outcome outcome, String sentence, String causeId, String cause, String next, List<String> transcript) {
    /** How a cause begins of which no more is known than what went on at that moment: it may be of no account. */
    private static final String MEANWHILE = "meanwhile ";

    /** The whole as a text of several lines, under a heading. */
    String text(String heading) {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        transcript.forEach(
                line -> text.append("  ").append(line.replace("\n", "\n     ")).append('\n'));
        if (!transcript.isEmpty()) {
            text.append('\n');
        }
        if (cause.startsWith(MEANWHILE)) {
            text.append("Meanwhile: ")
                    .append(cause.substring(MEANWHILE.length()))
                    .append('\n');
        } else if (!cause.equals(sentence)) {
            text.append("Cause: ").append(cause).append('\n');
        }
        return text.append("Next:  ").append(next).append('\n').toString();
    }
}
