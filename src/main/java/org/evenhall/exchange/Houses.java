package org.evenhall.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.evenhall.exchange.osm.House;
import org.evenhall.identity.Caller;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.spaces.DefineVenue;
import org.evenhall.spaces.Spaces;

/**
 * States a batch of houses: the organisation, its venue and rooms and their hours become true together. A run that
 * breaks between two batches can be repeated, because whatever a batch has stated is found unchanged the next time. A
 * batch that meets a booking in a deadlock is stated again.
 */
@ApplicationScoped
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Houses {

    private final Organisations organisations;
    private final Spaces spaces;
    private final Openings openings;
    private final Clock clock;

    Houses() {
        this(null, null, null, null);
    }

    @Inject
    public Houses(Organisations organisations, Spaces spaces, Openings openings, Clock clock) {
        this.organisations = organisations;
        this.spaces = spaces;
        this.openings = openings;
        this.clock = clock;
    }

    /** @param houses together well under 1,000 rows */
    public void state(Caller caller, List<House> houses, String lineage) {
        var organised = organisations.defineAll(
                caller, houses.stream().map(House::organisation).toList());
        List<DefineVenue> venues = new ArrayList<>();
        for (int i = 0; i < houses.size(); i++) {
            venues.add(houses.get(i).venue().under(organised.get(i).id(), lineage));
        }
        var defined = spaces.defineAll(caller, venues);
        List<Openings.Statement> hours = new ArrayList<>();
        for (int i = 0; i < houses.size(); i++) {
            var today = LocalDate.ofInstant(clock.instant(), venues.get(i).zone());
            for (String space : defined.get(i).spaceIds()) {
                hours.add(new Openings.Statement(space, houses.get(i).hours(), today));
            }
        }
        openings.stateAll(hours);
    }

    /** Hides houses that are gone. */
    public void retire(Caller caller, Collection<String> externalIds) {
        organisations.retire(caller, externalIds);
        spaces.retire(caller, externalIds);
    }

    /** Says which succession of files states these houses from now on. */
    public void assign(Caller caller, Collection<String> externalIds, String lineage) {
        spaces.assign(caller, externalIds, lineage);
    }
}
