package ingchain.cli;

import ingchain.cli.site.DocsServer;
import ingchain.cli.site.Site;
import ingchain.cli.site.Written;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the book as a site on this computer, or writes it for another. */
@Command(name = "docs")
final class DocsCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    private final Kit kit;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8580")
    private int port;

    @Option(names = "--build", paramLabel = "DIR")
    private Path folder;

    DocsCommand(Kit kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > LAST_PORT) {
            throw new Failure(ExitCode.USAGE, Texts.of("docs.no-port", port));
        }
        Site site = new Site(kit.home());
        if (folder != null) {
            int files = new Written(folder).write(site);
            kit.terminal().say("docs.written", files, folder);
            return ExitCode.HOLDS;
        }
        DocsServer server = DocsServer.start(site, port);
        kit.terminal().say("docs.serving", server.address() + Texts.language() + "/");
        return ExitCode.STAY;
    }
}
