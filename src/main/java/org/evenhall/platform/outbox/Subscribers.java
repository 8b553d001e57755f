package org.evenhall.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.DomainEvent;

/** All who hear news, and the records that they hear. */
@ApplicationScoped
class Subscribers {

    private final Map<String, Subscriber> byName = new LinkedHashMap<>();
    private final Map<String, Class<? extends DomainEvent>> kinds = new HashMap<>();

    Subscribers() {}

    @Inject
    Subscribers(@Any Instance<Subscriber> subscribers) {
        this(subscribers.stream().toList());
    }

    Subscribers(List<Subscriber> subscribers) {
        for (Subscriber each : subscribers) {
            if (byName.put(each.name(), each) != null) {
                throw new IllegalStateException("Two subscribers are called " + each.name());
            }
            each.hears().forEach(this::know);
        }
    }

    private void know(Class<? extends DomainEvent> type) {
        Class<?> other = kinds.put(kind(type), type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("Two events are called " + kind(type));
        }
    }

    static String kind(Class<?> type) {
        return type.getSimpleName();
    }

    List<Subscriber> all() {
        return List.copyOf(byName.values());
    }

    List<String> thatHear(DomainEvent event) {
        return byName.values().stream()
                .filter(each -> each.hears().contains(event.getClass()))
                .map(Subscriber::name)
                .toList();
    }

    Class<? extends DomainEvent> type(String kind) {
        Class<? extends DomainEvent> type = kinds.get(kind);
        if (type == null) {
            throw new NotDelivered("Nobody hears " + kind + " any more", null);
        }
        return type;
    }
}
