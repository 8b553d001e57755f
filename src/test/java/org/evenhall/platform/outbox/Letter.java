package org.evenhall.platform.outbox;

import java.time.Instant;
import org.evenhall.kernel.DomainEvent;

/** News for tests. */
public record Letter(String to, int number, Instant written, String text) implements DomainEvent {

    @Override
    public String aggregate() {
        return "letters:" + to;
    }
}
