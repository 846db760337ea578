package ingchain.cli.site;

import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What pages load besides their text: the kit's own style and scripts, and libraries out of WebJars. */
final class Assets {
    static final String FOLDER = "assets/";
    private static final Set<String> OWN = Set.of("site.css", "theme.js", "site.js", "search.js");
    /** Name on the site; jar; file in it, below the folder of its version. */
    private static final Map<String, String[]> LIBRARIES = Map.of(
            "highlight.min.js", new String[] {"highlightjs", "/highlight.min.js"},
            "mermaid.min.js", new String[] {"mermaid", "/dist/mermaid.min.js"},
            "mermaid-license.txt", new String[] {"mermaid", "/LICENSE"});

    private final ClassPaths classPaths;

    Assets(Home home) {
        this.classPaths = new ClassPaths(home);
    }

    /** The names of all of them, on the site. */
    static Set<String> addresses() {
        return Stream.concat(OWN.stream(), LIBRARIES.keySet().stream())
                .map(FOLDER::concat)
                .collect(Collectors.toSet());
    }

    /** One of {@link #addresses}. */
    byte[] bytes(String address) throws IOException {
        String name = address.substring(FOLDER.length());
        return OWN.contains(name) ? resource(name) : library(LIBRARIES.get(name));
    }

    /** A file of the kit's own, from beside this class. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private byte[] library(String[] jarAndFile) throws IOException {
        Path jar = classPaths.library(jarAndFile[0]);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each ->
                            each.getName().matches("META-INF/resources/webjars/[^/]+/[^/]+\\Q" + jarAndFile[1] + "\\E"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar + " has no " + jarAndFile[1]));
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }
}
