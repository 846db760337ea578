package ingchain.cli.site;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The site as files in a folder, for any host. A list beside them says which they are, so that they can be written again. */
public final class Written {
    private static final String LIST = ".ingchain-docs";

    private final Path folder;

    /** In this folder, which need not exist. */
    public Written(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files, and takes away those of a former time that are no more.
     *
     * @return how many there are
     * @throws Failure where something else is in the folder; then nothing is touched
     */
    public int write(Site site) throws IOException {
        Set<String> former = refuseWhatIsNotOurs();
        Set<String> files = site.addresses();
        Files.createDirectories(folder);
        Files.write(folder.resolve(LIST), files);
        for (String gone : former) {
            if (!files.contains(gone)) {
                Files.deleteIfExists(folder.resolve(gone));
            }
        }
        for (String address : files) {
            Path file = folder.resolve(address);
            Files.createDirectories(file.getParent());
            Files.write(file, site.file(address).orElseThrow());
        }
        return files.size();
    }

    private Set<String> refuseWhatIsNotOurs() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure(ExitCode.USAGE, Texts.of("docs.no-folder", folder));
        }
        if (!Files.exists(folder)) {
            return Set.of();
        }
        Path list = folder.resolve(LIST);
        Set<String> ours = Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            Set<String> others = all.filter(file -> !Files.isDirectory(file) && !file.equals(list))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !ours.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!others.isEmpty()) {
                throw new Failure(
                        ExitCode.USAGE,
                        Texts.of("docs.not-ours", folder, others.iterator().next()));
            }
        }
        return ours;
    }
}
