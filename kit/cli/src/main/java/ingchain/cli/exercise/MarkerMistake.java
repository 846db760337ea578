package ingchain.cli.exercise;

/** Markers of regions that do not fit together; the message is a sentence that starts with file:line. */
public final class MarkerMistake extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param file as the author knows it
     * @param line from 1
     * @param sentence what is wrong there
     */
    public MarkerMistake(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
