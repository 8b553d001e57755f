package org.evenhall.bookings.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhall.availability.FreeTimes;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** Which spaces there are for somebody who waits. */
@ApplicationScoped
public class Vacancies {

    private static final int LOOKED_AT = 50;
    private static final int LOCKED_AT_ONCE = 3;

    private Catalogue catalogue;
    private FreeTimes freeTimes;
    private Prospects prospects;
    private Examination examination;
    private Policies policies;

    protected Vacancies() {}

    @Inject
    public Vacancies(
            Catalogue catalogue, FreeTimes freeTimes, Prospects prospects, Examination examination, Policies policies) {
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.prospects = prospects;
        this.examination = examination;
        this.policies = policies;
    }

    /**
     * Nobody waits for what they could not book: one space that is waited for, or one of the best that pass the filters,
     * keeps every rule.
     *
     * @throws Refused naming the rules that the best of them breaks
     */
    public void mustBePossible(Caller caller, Waiting entry) {
        List<Listed> open = entry.wantedSpace() == null
                ? Queue.bestFirst(entry, catalogue.published()).stream()
                        .filter(space -> prospects.isOpen(space, entry.slot()))
                        .limit(LOOKED_AT)
                        .toList()
                : List.of(catalogue.published(entry.wantedSpace()));
        List<Violation> first = null;
        for (Listed space : open) {
            List<Violation> broken = broken(caller, entry, space);
            if (broken.isEmpty()) {
                return;
            }
            first = first == null ? broken : first;
        }
        throw new Refused(
                Reason.POLICY,
                first == null
                        ? List.of(Violation.of("nothing-like-it", "start", "waitlist.refused.nothing-like-it"))
                        : first,
                "problem.policy.detail");
    }

    private List<Violation> broken(Caller caller, Waiting entry, Listed space) {
        return BookingRules.broken(examination
                .open(caller, entry.personId(), space, List.of(entry.slot()), null)
                .wish(entry.slot(), entry.people(), null));
    }

    /**
     * What may be free for an entry at this moment, by the index, the best first; the space itself where one is waited for. A
     * few, since all their sites are going to be locked; those that the rules keep from its person do not stand in the way of
     * others.
     */
    public List<Listed> of(Waiting entry) {
        return entry.wantedSpace() != null
                ? catalogue.snapshot().find(entry.wantedSpace()).filter(catalogue::shows).stream()
                        .toList()
                : Queue.bestFirst(
                                entry,
                                freeTimes.throughout(Caller.system(), entry.slot(), entry.people(), entry::takes))
                        .stream()
                        .limit(LOOKED_AT)
                        .filter(space -> mayHave(entry, space))
                        .limit(LOCKED_AT_ONCE)
                        .toList();
    }

    private boolean mayHave(Waiting entry, Listed space) {
        return prospects
                .deadline(prospects.wish(entry, space, policies.of(space)))
                .isPresent();
    }

    /** What a booking is for if nobody says so: study, where that is allowed. */
    public Purpose usualPurpose(Listed space) {
        Set<Purpose> allowed = policies.of(space).purposes().value();
        return Stream.concat(Stream.of(Purpose.STUDY), Arrays.stream(Purpose.values()))
                .filter(allowed::contains)
                .findFirst()
                .orElse(Purpose.OTHER);
    }
}
