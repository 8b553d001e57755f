package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenhall.identity.Caller;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The houses whose desk somebody looks after, and the one that a page shows. */
@Named("houses")
@RequestScoped
public class Houses {

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    private List<House> all = List.of();
    private House shown;

    /** A house to choose; the address shows the same page of it. */
    public record House(String id, String name, String address, boolean current) {}

    /**
     * Chooses the house that was asked for, else the first.
     *
     * @param page its path; an address of it names the house as {@code organisation}
     * @param roles any of which lets somebody see it; administrators see all
     * @return whether there is one
     */
    boolean choose(String page, String asked, Role... roles) {
        Set<String> ids = new HashSet<>();
        for (Role role : roles) {
            ids.addAll(caller.get().thingsWith(role, Thing.Kind.ORGANISATION));
        }
        Map<String, Listed.Organisation> own = new TreeMap<>();
        for (Listed space : catalogue.snapshot().all()) {
            String id = space.organisation().id();
            if (ids.contains(id) || caller.get().administrator() && id.equals(asked)) {
                own.put(id, space.organisation());
            }
        }
        Caller reader = caller.get();
        List<Listed.Organisation> inOrder = own.values().stream()
                .sorted(Comparator.comparing(each -> each.name().in(reader.locale())))
                .toList();
        String current = own.containsKey(asked == null ? "" : asked)
                ? asked
                : inOrder.stream().findFirst().map(Listed.Organisation::id).orElse(null);
        all = inOrder.stream()
                .map(each -> new House(
                        each.id(),
                        each.name().in(reader.locale()),
                        page + "?organisation=" + PageAddress.encoded(each.id()),
                        each.id().equals(current)))
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
