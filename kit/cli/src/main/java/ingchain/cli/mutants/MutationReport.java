package ingchain.cli.mutants;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.exercise.MarkedSource;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What PIT has found out about a step, cut to the regions that students write. */
final class MutationReport {
    private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");
    /** The JVM refused to load it, so it was never a program. */
    private static final String NOT_VIABLE = "NON_VIABLE";

    private final Home home;
    private final Course course;

    MutationReport(Home home, Course course) {
        this.home = home;
        this.course = course;
    }

    /** Where PIT writes it. */
    static Path file(Home home, Step step) {
        return home.solutionClasses(step).resolveSibling("pit-reports").resolve("mutations.xml");
    }

    /** When PIT wrote the latest of these reports, by the clock of this computer's zone. */
    LocalDate day(List<Step> steps) throws IOException {
        FileTime latest = FileTime.fromMillis(0);
        for (Step step : steps) {
            FileTime written = Files.getLastModifiedTime(file(home, step));
            latest = written.compareTo(latest) > 0 ? written : latest;
        }
        return LocalDate.ofInstant(latest.toInstant(), ZoneId.systemDefault());
    }

    /**
     * The mutants in the step's regions, in the order of their lines.
     *
     * @throws Failure where there is no report
     */
    List<Mutant> read(Step step) throws IOException {
        Path file = file(home, step);
        if (!Files.exists(file)) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.no-report", home.shown(file)));
        }
        List<Mutant> mutants = new ArrayList<>();
        NodeList mutations = parse(file).getElementsByTagName("mutation");
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            if (!mutation.getAttribute("status").equals(NOT_VIABLE)) {
                mutant(step, mutation).ifPresent(mutants::add);
            }
        }
        mutants.sort((a, b) -> {
            int byExercise = a.exercise().compareTo(b.exercise());
            return byExercise != 0 ? byExercise : Integer.compare(a.line(), b.line());
        });
        return mutants;
    }

    private Optional<Mutant> mutant(Step step, Element mutation) {
        String type = text(mutation, "mutatedClass");
        String name = text(mutation, "sourceFile");
        Path path = Path.of(type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + name);
        int line = Integer.parseInt(text(mutation, "lineNumber"));
        MarkedSource source = course.files(step).stream()
                .filter(each -> each.path().equals(path))
                .map(SolutionFile::source)
                .findFirst()
                .orElseThrow(() -> new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.stale-report", path)));
        return exercise(source, line)
                .map(exercise -> new Mutant(
                        exercise,
                        name,
                        line,
                        source.lines().get(line - 1).strip(),
                        text(mutation, "description"),
                        KILLED.contains(mutation.getAttribute("status"))));
    }

    private static Optional<ExerciseNumber> exercise(MarkedSource source, int line) {
        return source.regions().stream()
                .filter(region -> region.first() < line && line < region.last())
                .flatMap(region -> region.exercise().stream())
                .findFirst();
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
