package ingchain.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the command writes: lines with marks and, on a terminal that wants it, colour. */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private final boolean unicode;

    /**
     * @param colour whether to write escape sequences for colour
     * @param unicode whether both streams can take marks beyond ASCII
     */
    public Terminal(PrintStream out, PrintStream err, boolean colour, boolean unicode) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.unicode = unicode;
    }

    /** The process's own standard output and error; colour as the launcher and {@code NO_COLOR} say. */
    public static Terminal ofProcess() {
        Charset charset = charset();
        boolean unicode = charset.newEncoder().canEncode('✓');
        String term = System.getenv().getOrDefault("TERM", "");
        boolean colour =
                isTerminal() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty() && !term.equals("dumb");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                colour,
                unicode);
    }

    /** The launcher knows; where it does not tell, as on Windows, Java does. */
    private static boolean isTerminal() {
        String told = System.getProperty("ingchain.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** A Windows console has a code page of its own; everything else reads UTF-8. */
    private static Charset charset() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String console = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
    }

    /** Writes a line to standard output. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes an empty line to standard output. */
    public void line() {
        out.println();
    }

    /** Writes the sentence of the key to standard output. */
    public void say(String key, Object... values) {
        line(Texts.of(key, values));
    }

    /** Writes a line to standard error. */
    public void complain(String text) {
        err.println(text);
    }

    /** Standard output, for those who print by themselves. */
    public PrintStream out() {
        return out;
    }

    /** Standard error, for those who print by themselves. */
    public PrintStream err() {
        return err;
    }

    /** Whether colour is written. */
    public boolean colour() {
        return colour;
    }

    /** The mark where it can be written, and otherwise its stand-in. */
    public String mark(String mark, String ascii) {
        return unicode ? mark : ascii;
    }

    /** The text in green. */
    public String green(String text) {
        return paint("32", text);
    }

    /** The text in red. */
    public String red(String text) {
        return paint("31", text);
    }

    /** The text in yellow. */
    public String yellow(String text) {
        return paint("33", text);
    }

    /** The text in bold. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** The text made faint. */
    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
