package ingchain.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.exercise.Course;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of the real bank and the real checkpoints; {@code ./ingchain author matrix} runs all of it. */
@DisplayName("A share of the bank")
class BankShareTest {
    /** Few enough for every build. */
    private static final int SHARE = 60;

    private final Home home = new Home(Path.of(System.getProperty("ingchain.root")));

    @Test
    @DisplayName("comes out as its entries say: wrong solutions are caught by their cause, right ones pass")
    void asExpected() throws Exception {
        Course course = Course.read(home);
        List<BankEntry> share = Bank.read(home).asked(List.of(), SHARE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        MatrixPrinter printer = new MatrixPrinter(new Terminal(print, print, false, true));
        List<Matrix.Row> rows = new Matrix(home, course).run(share, printer::row);
        assertThat(rows).isNotEmpty().as(out.toString(StandardCharsets.UTF_8)).allMatch(Matrix.Row::isAsExpected);
    }
}
