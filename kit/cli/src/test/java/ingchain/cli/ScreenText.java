package ingchain.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.ScreenTerminal;

/** What a person reads on a screen, without its colours. */
final class ScreenText {
    private ScreenText() {}

    static String of(ScreenTerminal screen) {
        return String.join("\n", rows(screen));
    }

    /** Row by row; both at once, so that the screen has one size. */
    static List<String> rows(ScreenTerminal screen) {
        synchronized (screen) {
            int columns = screen.getColumns();
            long[] cells = new long[columns * screen.getRows()];
            screen.dump(cells, null);
            return IntStream.range(0, screen.getRows())
                    .mapToObj(row -> IntStream.range(0, columns)
                            .map(column -> ScreenTerminal.cellCodePoint(cells[row * columns + column]))
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString())
                    .toList();
        }
    }
}
