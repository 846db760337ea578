package ingchain.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;

/** Where the command writes: lines with marks and, on a terminal that wants it, colour. */
public final class Terminal {
    /** The last two are what a Korean keyboard writes where y is, and the word itself. */
    private static final Set<String> YES = Set.of("y", "yes", "ㅛ", "네");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private final boolean unicode;
    private final boolean interactive;

    /**
     * With nobody there who could answer a question.
     *
     * @param colour whether to write escape sequences for colour
     * @param unicode whether both streams can take marks beyond ASCII
     */
    public Terminal(PrintStream out, PrintStream err, boolean colour, boolean unicode) {
        this(InputStream.nullInputStream(), out, err, colour, unicode, false);
    }

    /**
     * @param in where answers come from
     * @param colour whether to write escape sequences for colour
     * @param unicode whether both streams can take marks beyond ASCII
     * @param interactive whether a person sits there, who sees and types
     */
    public Terminal(
            InputStream in, PrintStream out, PrintStream err, boolean colour, boolean unicode, boolean interactive) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.unicode = unicode;
        this.interactive = interactive;
    }

    /** The process's own standard output and error; colour as the launcher and {@code NO_COLOR} say. */
    public static Terminal ofProcess() {
        Charset charset = charset();
        boolean unicode = charset.newEncoder().canEncode('✓');
        String term = System.getenv().getOrDefault("TERM", "");
        boolean colour = told("ingchain.terminal")
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !term.equals("dumb");
        return new Terminal(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                colour,
                unicode,
                told("ingchain.interactive"));
    }

    /** The launcher knows; where it does not tell, as on Windows, Java does. */
    private static boolean told(String property) {
        String told = System.getProperty(property);
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

    /** Asks a question that is answered by yes or no; no answer is a no. */
    public boolean agrees(String question) {
        out.print(question + " " + Texts.of("ask.yes-no") + " ");
        out.flush();
        Scanner answers = new Scanner(in, StandardCharsets.UTF_8);
        String answer = answers.hasNextLine() ? answers.nextLine().strip() : "";
        if (answer.isEmpty()) {
            out.println();
        }
        return YES.contains(answer.toLowerCase(Locale.ROOT));
    }

    /** Writes a line to standard error. */
    public void complain(String text) {
        err.println(text);
    }

    /** Whether a person sits there, who sees what is written and can type. */
    public boolean interactive() {
        return interactive;
    }

    /** Where answers come from. */
    public InputStream in() {
        return in;
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

    /** Whether marks beyond ASCII can be written. */
    public boolean unicode() {
        return unicode;
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
