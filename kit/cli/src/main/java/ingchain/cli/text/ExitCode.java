package ingchain.cli.text;

/** The exit codes of the command. */
public final class ExitCode {
    /** What was asked holds. */
    public static final int HOLDS = 0;
    /** What was asked does not hold, such as an exercise that is not done. */
    public static final int DOES_NOT_HOLD = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** The kit itself failed. */
    public static final int BROKEN = 70;
    /** The kit's build is out of date; the launcher that asked for this check builds it and tries again. */
    public static final int BUILD_FIRST = 75;

    /** No exit code: what was asked goes on in other threads, and the process ends when they do. */
    public static final int STAY = -1;

    private ExitCode() {}
}
