package ingchain.node.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever listens of each event, on the thread on which it happens; listeners must not keep it. Thread-safe. */
public final class Events {
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    /** Adds somebody who is told from now on. */
    public void subscribe(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** The same somebody is told no more. */
    public void unsubscribe(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    /**
     * Tells of an event.
     *
     * @param fields a name and a value after the other
     */
    public void tell(String name, Object... fields) {
        if (!listeners.isEmpty()) {
            Event event = Event.of(name, fields);
            listeners.forEach(listener -> listener.accept(event));
        }
    }
}
