package ingchain.cli.text;

/** What was asked cannot be done; the message is the sentence that the user reads. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /**
     * @param exitCode the command's exit code, see {@link ExitCode}
     * @param sentence says what is wrong and what to do next
     */
    public Failure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The exit code with which the command ends. */
    public int exitCode() {
        return exitCode;
    }
}
