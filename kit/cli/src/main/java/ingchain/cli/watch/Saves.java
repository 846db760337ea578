package ingchain.cli.watch;

import ingchain.cli.kit.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notices that sources have been saved, however an editor writes: by another file that takes the name, by emptying and
 * filling, several files at once. An event of the file system only says that it is time to look; what counts is whether
 * the content has changed. It looks now and then without any event, too, because some file systems have none and events
 * can be lost.
 */
final class Saves implements AutoCloseable {
    /** An editor does several things in a row: it looks when nothing has happened for this long. */
    private static final int QUIET_MILLIS = 10;
    /** But no later than this after the first event. */
    private static final int LATEST_MILLIS = 200;
    /** How often it looks where there are events, and where there are none. */
    private static final int SELDOM_MILLIS = 2_000;

    private static final int OFTEN_MILLIS = 300;
    /** File systems of other computers, of the host of a virtual machine and the like tell nothing of what happens there. */
    private static final Pattern SILENT = Pattern.compile("nfs|cifs|smb|9p|fuse|vboxsf|prl_fs|virtiofs|drvfs|afpfs");

    private final List<Path> folders;
    private final Runnable saved;
    private final WatchService events;
    private final Thread thread;
    private volatile boolean closed;
    private String last;

    /**
     * Begins at once.
     *
     * @param folders whose files count, with all below them; they may come and go
     * @param saved is called on a thread of its own
     */
    Saves(List<Path> folders, Runnable saved) {
        this(folders, saved, true);
    }

    /** The same, where it is known whether there can be events. */
    Saves(List<Path> folders, Runnable saved, boolean events) {
        this.folders = folders;
        this.saved = saved;
        this.events = events ? events(folders) : null;
        this.last = content();
        this.thread = new Thread(this::watch, "saves");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether it has to look often because nothing tells it of a change. */
    boolean isPolling() {
        return events == null;
    }

    /** Null where there are no events to be had. */
    private static WatchService events(List<Path> folders) {
        try {
            for (Path folder : folders) {
                if (Files.exists(folder) && isSilent(Files.getFileStore(folder).type())) {
                    return null;
                }
            }
            WatchService events = FileSystems.getDefault().newWatchService();
            // The JDK has no events of macOS, and polls by itself, more seldom than we do.
            if (events.getClass().getSimpleName().startsWith("Polling")) {
                events.close();
                return null;
            }
            return events;
        } catch (IOException | UnsupportedOperationException e) {
            // Too many programs may be waiting for events already.
            return null;
        }
    }

    static boolean isSilent(String fileSystem) {
        return SILENT.matcher(fileSystem.toLowerCase(Locale.ROOT)).find();
    }

    private void watch() {
        try {
            while (!closed) {
                awaitChange();
                String now = content();
                if (!now.equals(last) && !closed) {
                    last = now;
                    saved.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        }
    }

    private void awaitChange() throws InterruptedException {
        if (events == null) {
            Thread.sleep(OFTEN_MILLIS);
            return;
        }
        register();
        WatchKey key = events.poll(SELDOM_MILLIS, TimeUnit.MILLISECONDS);
        long first = System.nanoTime();
        while (key != null && millisSince(first) < LATEST_MILLIS) {
            key.pollEvents();
            key.reset();
            key = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    /** Every time, for folders that are new; for the others it changes nothing. */
    private void register() {
        for (Path folder : folders) {
            try (Stream<Path> all = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
                WatchEvent.Kind<?>[] kinds = {
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE
                };
                for (Path each : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                    each.register(events, kinds);
                }
            } catch (IOException | UncheckedIOException e) {
                // It went away meanwhile, or there is no room for another watch: the next look finds what has changed.
            }
        }
    }

    private String content() {
        try {
            ContentHash hash = new ContentHash();
            folders.forEach(hash::addFolder);
            return hash.hex();
        } catch (UncheckedIOException e) {
            return last == null ? "" : last;
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (events != null) {
            try {
                events.close();
            } catch (IOException e) {
                // Nobody waits for it any more.
            }
        }
    }
}
