package org.evenhall.spaces.store;

import java.util.List;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Named;
import org.evenhall.spaces.DefineSpace;
import org.evenhall.spaces.DefineVenue;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.store.SpaceStore.Kept;

/** Makes rows of what owners state. */
public final class Statement {

    /** Begins the external ids of what owners publish; no source of files can be called so. */
    private static final String BY_OWNER = "@owner";

    private Statement() {}

    /** Of a new space. */
    public static Kept of(String id, String venueId, PublishSpace wish, boolean demo) {
        return new Kept(id, venueId, isPublished(wish), defined(BY_OWNER + ":" + id, wish, demo), true);
    }

    /** Of a space that is there already. */
    public static Kept changed(Kept before, PublishSpace wish) {
        var stated = before.stated();
        return new Kept(
                before.id(),
                before.venueId(),
                isPublished(wish),
                defined(stated.externalId(), wish, stated.demo()),
                true);
    }

    private static boolean isPublished(PublishSpace wish) {
        return !Boolean.FALSE.equals(wish.published());
    }

    private static DefineSpace defined(String externalId, PublishSpace wish, boolean demo) {
        return new DefineSpace(
                externalId,
                wish.kind(),
                named(wish.name(), wish.nameZh()),
                named(wish.description(), wish.descriptionZh()),
                wish.capacity(),
                wish.sharing() == null ? Sharing.WHOLE : wish.sharing(),
                wish.amenities(),
                Boolean.TRUE.equals(wish.stepFree()),
                demo);
    }

    /** Of new parts of a space. */
    public static List<Kept> parts(Kept whole, List<PublishSpace.Part> parts) {
        var like = whole.stated();
        return parts.stream()
                .map(part -> {
                    String id = Ids.next();
                    var stated = new DefineSpace(
                            BY_OWNER + ":" + id,
                            part.kind() == null ? like.kind() : part.kind(),
                            named(part.name(), part.nameZh()),
                            new Named(null, null),
                            part.capacity() == null ? like.capacity() : part.capacity(),
                            Sharing.WHOLE,
                            like.amenities(),
                            like.stepFree(),
                            like.demo());
                    return new Kept(id, whole.venueId(), whole.published(), stated, true);
                })
                .toList();
    }

    /** Of a new house. */
    public static DefineVenue house(String id, PublishSpace.NewVenue venue, String area) {
        return new DefineVenue(
                BY_OWNER + ":" + id,
                venue.organisationId(),
                area,
                named(venue.name(), venue.nameZh()),
                blankToNull(venue.address()),
                new GeoPoint(venue.lat(), venue.lon()),
                venue.zone(),
                venue.country(),
                venue.region(),
                null,
                null,
                null,
                BY_OWNER,
                BY_OWNER,
                null,
                true,
                "",
                List.of());
    }

    private static Named named(String name, String nameZh) {
        return new Named(blankToNull(name), blankToNull(nameZh));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
