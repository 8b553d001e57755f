package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenhall.availability.Margins;
import org.evenhall.availability.MarginsChanged;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyChanged;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** What the owners' rules keep free around bookings, for whoever works out free times. */
@ApplicationScoped
public class PolicyMargins implements Margins {

    private Policies policies;
    private Catalogue catalogue;
    private Event<MarginsChanged> changes;

    protected PolicyMargins() {}

    @Inject
    public PolicyMargins(Policies policies, Catalogue catalogue, Event<MarginsChanged> changes) {
        this.policies = policies;
        this.catalogue = catalogue;
        this.changes = changes;
    }

    @Override
    public Margin of(Listed space) {
        PolicyView policy = policies.of(space);
        return new Margin(policy.bufferBefore().value(), policy.bufferAfter().value());
    }

    void changed(@Observes PolicyChanged changed) {
        Predicate<Listed> concerned =
                switch (changed.level()) {
                    case CITY -> space -> true;
                    case ORGANISATION -> space -> space.organisation().id().equals(changed.holderId());
                    case SPACE, PART -> {
                        String site = catalogue
                                .snapshot()
                                .find(changed.holderId())
                                .map(Listed::site)
                                .orElse("");
                        yield space -> space.site().equals(site);
                    }
                };
        Set<String> ids = catalogue.snapshot().all().stream()
                .filter(concerned)
                .map(Listed::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            changes.fire(new MarginsChanged(ids));
        }
    }
}
