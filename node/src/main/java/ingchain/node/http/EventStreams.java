package ingchain.node.http;

import ingchain.json.Json;
import ingchain.node.event.Event;
import ingchain.node.event.Events;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Server-sent events: whoever asks for {@code GET /events} hears of each event from then on. A listener that does not
 * read must not hold up the node, so each has a short queue and a thread of its own, and one whose queue is full is closed.
 */
final class EventStreams implements AutoCloseable {
    /** Listeners at the most: each costs a thread. */
    static final int MAX_STREAMS = 16;

    /** Events that wait for one listener at the most; some seconds' worth while blocks come quickly. */
    private static final int MAX_WAITING = 256;

    /** Time without an event after which a comment is sent, so that nobody on the way takes the line for dead. */
    private static final int COMMENT_SECONDS = 10;

    private static final String TYPE = "text/event-stream";

    private final Events events;
    private final Semaphore places = new Semaphore(MAX_STREAMS);
    private final Handler stream = new SseHandler(this::open);
    private final Set<SseClient> open = ConcurrentHashMap.newKeySet();

    EventStreams(Events events) {
        this.events = events;
    }

    /** Makes a stream of a request for events, or refuses it where there is a reason to. */
    void listen(Context request) throws Exception {
        if (!TYPE.equals(request.header("Accept"))) {
            throw new HttpResponseException(
                    406, "Events come as " + TYPE + ". Ask with the header Accept: " + TYPE + ".");
        }
        // Taken before the listener hears anything: he could come back with the next request at once.
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableResponse(
                    "There are " + MAX_STREAMS + " listeners already. Close one of them and try again.");
        }
        try {
            stream.handle(request);
        } catch (Exception e) {
            places.release();
            throw e;
        }
    }

    private void open(SseClient client) {
        open.add(client);
        BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
        Consumer<Event> listener = event -> {
            if (!waiting.offer(event)) {
                client.close();
            }
        };
        client.keepAlive();
        client.onClose(() -> {
            if (open.remove(client)) {
                places.release();
            }
            events.unsubscribe(listener);
        });
        events.subscribe(listener);
        Thread thread = new Thread(() -> send(client, waiting), "events");
        thread.setDaemon(true);
        thread.start();
    }

    private static void send(SseClient client, BlockingQueue<Event> waiting) {
        client.sendComment("events of this node, as they happen");
        try {
            while (!client.terminated()) {
                Event event = waiting.poll(COMMENT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(event.name(), Json.write(event.fields()));
                }
            }
        } catch (InterruptedException e) {
            client.close();
        }
    }

    @Override
    public void close() {
        open.forEach(SseClient::close);
    }
}
