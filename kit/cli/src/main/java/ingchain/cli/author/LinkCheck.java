package ingchain.cli.author;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import ingchain.cli.site.Addresses;
import ingchain.cli.site.Addresses.Target;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds links on the pages that lead to no file of the kit, or to no heading of a page. Other hosts are not asked. */
final class LinkCheck {
    private final Home home;
    private final Addresses addresses;

    LinkCheck(Home home) {
        this.home = home;
        this.addresses = new Addresses(home);
    }

    /** A sentence for each. */
    List<String> problems(List<Path> pages) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path page : pages) {
            for (Document.Piece link : Document.read(page).links()) {
                Optional<Target> target = addresses.target(page, link.text());
                if (target.isPresent()) {
                    String place = home.shown(page) + ":" + link.line();
                    mistake(target.get()).ifPresent(key -> problems.add(Texts.of(key, place, link.text())));
                }
            }
        }
        return problems;
    }

    private Optional<String> mistake(Target target) throws IOException {
        if (!target.file().startsWith(home.root()) || !Files.exists(target.file())) {
            return Optional.of("author.no-target");
        }
        boolean anchored = target.anchor().isEmpty()
                || Files.isRegularFile(target.file())
                        && Document.read(target.file()).hasAnchor(target.anchor());
        return anchored ? Optional.empty() : Optional.of("author.no-anchor");
    }
}
