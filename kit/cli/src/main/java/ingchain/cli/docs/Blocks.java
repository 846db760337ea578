package ingchain.cli.docs;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All kinds of blocks. Each text is worked out once, though several pages show it. */
final class Blocks implements Page.Writer {
    /** Kinds whose text takes a run of something. */
    private static final Set<String> RUN = Set.of("matrix", "failure", "output");

    private final Map<String, Page.Writer> kinds;
    private final boolean quick;
    private final Map<String, Future<List<String>>> texts = new ConcurrentHashMap<>();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors(), Blocks::thread);

    /** @param quick whether to leave what takes a run of something as it is */
    Blocks(Home home, boolean quick) {
        this.quick = quick;
        kinds = Map.of(
                "matrix", new BankBlocks(home),
                "failure", new BankBlocks(home),
                "mutants", new ProofBlocks(home),
                "in-short", new ProofBlocks(home),
                "code", new CodeBlocks(home),
                "output", new OutputBlocks(home));
    }

    /** Begins to work out a text that will be asked for. */
    void prepare(String kind, String about) {
        Page.Writer writer = kinds.get(kind);
        if (writer != null && !leaves(kind)) {
            Callable<List<String>> text = () -> writer.write(kind, about);
            texts.computeIfAbsent(key(kind, about), key -> workers.submit(text));
        }
    }

    @Override
    public List<String> write(String kind, String about) throws IOException, InterruptedException {
        prepare(kind, about);
        Future<List<String>> text = texts.get(key(kind, about));
        try {
            return text == null ? null : text.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }

    @Override
    public boolean leaves(String kind) {
        return quick && RUN.contains(kind);
    }

    /** Whether a block, such as "matrix 1", has another text in another language. */
    static boolean speaks(String block) {
        return !block.startsWith("code ") && !block.startsWith("output ");
    }

    private static String key(String kind, String about) {
        String block = kind + " " + about;
        return block + (speaks(block) ? " " + Texts.language() : "");
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "pages");
        thread.setDaemon(true);
        return thread;
    }
}
