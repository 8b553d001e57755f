package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.faces.PageAddress;

/** The houses whose desk somebody looks after, and the one that a page shows. */
@Named("houses")
@RequestScoped
public class Houses {

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    private List<House> all = List.of();
    private House shown;

    /**
     * A house to choose; the address shows the same page of it.
     *
     * @param owner whether they manage it, and do not only sit at its desk
     */
    public record House(String id, String name, ZoneId zone, boolean owner, String address, boolean current) {}

    /**
     * Chooses the house that was asked for, else the first.
     *
     * @param page its path; an address of it names the house as {@code organisation}
     * @param owned whether only the owner sees it, and not the desk
     * @return whether there is one
     */
    boolean choose(String page, String asked, boolean owned) {
        List<CheckIns.House> own = checkIns.houses(caller.get(), asked).stream()
                .filter(house -> house.owner() || !owned)
                .toList();
        CheckIns.House current = own.stream()
                .filter(house -> house.id().equals(asked))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .orElse(null);
        all = own.stream()
                .map(each -> new House(
                        each.id(),
                        each.name(),
                        each.zone(),
                        each.owner(),
                        page + "?organisation=" + PageAddress.encoded(each.id()),
                        each == current))
                .toList();
        shown = all.stream().filter(House::current).findFirst().orElse(null);
        return shown != null;
    }

    /** Those to choose from; nothing where there is no choice. */
    public List<House> getChoices() {
        return all.size() > 1 ? all : List.of();
    }

    public House getShown() {
        return shown;
    }

    /** Null where an administrator looks at all of them. */
    String shownId() {
        return shown == null ? null : shown.id();
    }
}
