package ingchain.cli.watch;

/** Where the loop shows what it has to say. */
interface Screen extends AutoCloseable {
    /** Shows this instead of what was shown before. */
    void show(View view);

    /** Moves the body by so many lines, where it is longer than the screen. */
    void scroll(int lines);

    /** Draws everything anew at the next {@link #show}, whatever was written over it or moved. */
    void redraw();

    /** How many lines of the body can be seen at once. */
    int page();

    /** Whether a key is told as it is pressed, and not only when a line is complete. */
    boolean hasKeys();

    /** Leaves the terminal as it was found. May be called twice, and on any thread. */
    @Override
    void close();
}
