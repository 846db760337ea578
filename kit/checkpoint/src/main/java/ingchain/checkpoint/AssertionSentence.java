package ingchain.checkpoint;

import java.util.regex.Pattern;

/** Makes one sentence of the message of an AssertJ assertion, which is laid out for several lines. */
final class AssertionSentence {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern DESCRIPTION = Pattern.compile("^\\[(.+?)] (?=[Ee]xpect)");
    /** AssertJ's own words before a value. What is quoted or listed is the student's and stays as it is. */
    private static final Pattern BEFORE_VALUE = Pattern.compile("\\b(expected|but was|to [a-z][a-z() ]{0,40}"
            + "|(?:were )?not (?:found|expected)|the following element\\(s\\)|this element did not|size): ");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\b(\\d+)L\\b");

    private AssertionSentence() {}

    /**
     * The message in one line, with what was looked at first: "the port: expected 0 to be between [1, 65535]".
     *
     * @param message as an assertion wrote it; one of another kind stays as it is, but for its line breaks
     */
    static String of(String message) {
        String line = LINE_BREAK.matcher(message.strip()).replaceAll(" ");
        line = DESCRIPTION.matcher(line).replaceFirst("$1: ");
        line = line.replace("Expecting actual: ", "expected ")
                .replace("Expecting value to be", "expected it to be")
                .replace("Expecting ", "expected ")
                .replace("Expected ", "expected ");
        line = BEFORE_VALUE.matcher(line).replaceAll("$1 ");
        return LONG_NUMBER.matcher(line).replaceAll("$1");
    }
}
