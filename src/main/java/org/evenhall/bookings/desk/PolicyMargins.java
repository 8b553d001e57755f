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
import org.evenhall.policies.PolicyHolder;
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

    private Predicate<Listed> concerned(String holder) {
        if (holder.equals(PolicyHolder.CITY.id())) {
            return space -> true;
        }
        return catalogue
                .snapshot()
                .find(holder)
                .map(changed -> (Predicate<Listed>) space -> space.site().equals(changed.site()))
                .orElse(space -> space.organisation().id().equals(holder));
    }

    void changed(@Observes PolicyChanged changed) {
        Set<String> ids = catalogue.snapshot().all().stream()
                .filter(concerned(changed.holderId()))
                .map(Listed::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            changes.fire(new MarginsChanged(ids));
        }
    }
}
