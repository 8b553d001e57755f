package org.evenhall.platform.outbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.evenhall.kernel.DomainEvent;

/** A subscriber that remembers what it heard, after whatever a test wants to happen first. */
final class Reader implements Subscriber {

    private final String name;
    private final int atOnce;
    private final Consumer<Letter> first;
    private final List<Letter> heard = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();

    /** @param atOnce how many letters it takes in one hand */
    Reader(String name, int atOnce, Consumer<Letter> first) {
        this.name = name;
        this.atOnce = atOnce;
        this.first = first;
    }

    Reader(String name, Consumer<Letter> first) {
        this(name, 1, first);
    }

    Reader(String name) {
        this(name, letter -> {});
    }

    List<Letter> heard() {
        return heard;
    }

    List<String> ids() {
        return ids;
    }

    List<Integer> numbers() {
        return heard.stream().map(Letter::number).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public Set<Class<? extends DomainEvent>> hears() {
        return Set.of(Letter.class);
    }

    @Override
    public void receive(String eventId, DomainEvent event) {
        var letter = (Letter) event;
        first.accept(letter);
        ids.add(eventId);
        heard.add(letter);
    }
}
