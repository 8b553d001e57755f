package org.evenhall.openings.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import org.evenhall.openings.HoursChanged;
import org.evenhall.platform.Started;
import org.evenhall.platform.nodes.Trace;
import org.evenhall.platform.nodes.TracesFound;

/** Keeps the book in line with the database: with what this node commits, and with the traces of the others. */
@ApplicationScoped
public class HoursKeeper {

    private RuleBook book;
    private Event<HoursChanged> changed;

    protected HoursKeeper() {}

    @Inject
    public HoursKeeper(RuleBook book, Event<HoursChanged> changed) {
        this.book = book;
        this.changed = changed;
    }

    void takeOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesRecorded recorded) {
        book.takeOver(recorded);
        tell(recorded.statedByOwners());
    }

    /** What an import changed is told with the catalogue. */
    public void othersChanged(@Observes @Priority(Started.DATA - 500) TracesFound found) {
        if (found.speakOf(Trace.CITY)) {
            book.loadAgain();
        } else if (found.speakOf(Trace.HOURS)) {
            Set<String> spaces = found.subjects(Trace.HOURS);
            book.loadAgain(spaces);
            tell(spaces);
        }
    }

    private void tell(Set<String> spaces) {
        if (!spaces.isEmpty()) {
            changed.fire(new HoursChanged(spaces));
        }
    }
}
