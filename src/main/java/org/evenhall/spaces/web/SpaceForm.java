package org.evenhall.spaces.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.FieldFaults;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.Sharing;
import org.evenhall.spaces.SpaceKind;

/** Creates a room, a part of a room, or changes one. */
@Named("spaceForm")
@RequestScoped
public class SpaceForm {

    @Inject
    private Publishing publishing;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private String id;
    private String partOf;
    private String venueId;
    private Long version;
    private Publishing.State present;
    private Publishing.State whole;
    private Map<String, String> houses = Map.of();
    private String name;
    private String nameZh;
    private String description;
    private String descriptionZh;
    private SpaceKind kind = SpaceKind.STUDY_ROOM;
    private Integer capacity;
    private Sharing sharing = Sharing.WHOLE;
    private Set<Amenity> amenities = EnumSet.noneOf(Amenity.class);
    private boolean stepFree;
    private boolean published = true;
    private String refused;

    @PostConstruct
    void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        id = asked.get("id");
        partOf = asked.get("partOf");
        if (!caller.get().signedIn()) {
            return;
        }
        if (id != null) {
            present = own(id);
        } else if (partOf != null) {
            whole = own(partOf);
        } else {
            houses = houses();
        }
        fill(present != null ? present.stated() : whole == null ? null : whole.stated());
        String seen = asked.get("version");
        if (seen != null && seen.matches("[0-9]{1,9}")) {
            version = Long.valueOf(seen);
        }
        if (faces.isPostback()) {
            fillWithTyped(asked);
            amenities = amenities(
                    faces.getExternalContext().getRequestParameterValuesMap().get("amenity"));
        }
    }

    /** What was typed stays in the form, even where an input cannot be read. */
    private void fillWithTyped(Map<String, String> typed) {
        venueId = typed.get("venueId");
        name = typed.get("name");
        nameZh = typed.get("nameZh");
        description = typed.get("description");
        descriptionZh = typed.get("descriptionZh");
        kind = constant(SpaceKind.values(), typed.get("kind"), kind);
        sharing = constant(Sharing.values(), typed.get("sharing"), sharing);
        stepFree = typed.containsKey("stepFree");
        published = typed.containsKey("published");
        String number = typed.get("capacity");
        capacity = number != null && number.matches("[0-9]{1,6}") ? Integer.valueOf(number) : null;
    }

    private static <E extends Enum<E>> E constant(E[] all, String name, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private Publishing.State own(String spaceId) {
        var state = publishing.get(caller.get(), spaceId);
        publishing.mustOwn(caller.get(), state.listed());
        return state;
    }

    private Map<String, String> houses() {
        Map<String, String> byName = new LinkedHashMap<>();
        publishing
                .own(caller.get(), 0, Page.LARGEST_SIZE)
                .items()
                .forEach(space -> byName.put(label(space), space.venue().id()));
        return byName;
    }

    private String label(Listed space) {
        String house = space.venue().name().in(say.getLocale());
        return space.venue().address() == null
                ? house
                : house + say.text("say.comma") + space.venue().address();
    }

    private void fill(PublishSpace like) {
        if (like == null) {
            return;
        }
        kind = like.kind();
        capacity = like.capacity();
        amenities = amenitiesOf(like);
        stepFree = like.stepFree();
        if (present != null) {
            version = (long) present.listed().version();
            name = like.name();
            nameZh = like.nameZh();
            description = like.description();
            descriptionZh = like.descriptionZh();
            sharing = like.sharing();
            published = like.published();
        }
    }

    private static Set<Amenity> amenitiesOf(PublishSpace like) {
        Set<Amenity> all = EnumSet.noneOf(Amenity.class);
        all.addAll(like.amenities());
        return all;
    }

    private static Set<Amenity> amenities(String[] names) {
        Set<Amenity> chosen = EnumSet.noneOf(Amenity.class);
        List<String> wanted = names == null ? List.of() : Arrays.asList(names);
        for (Amenity each : Amenity.values()) {
            if (wanted.contains(each.name())) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(address()));
        }
    }

    private String address() {
        if (id != null) {
            return "/owner/space?id=" + PageAddress.encoded(id);
        }
        return partOf == null ? "/owner/space" : "/owner/space?partOf=" + PageAddress.encoded(partOf);
    }

    /** Stores what the form says; what is wrong is shown at its inputs. */
    public void save() {
        try {
            var wish = new PublishSpace(
                    present != null || whole != null ? null : venueId,
                    null,
                    present == null && whole != null ? partOf : null,
                    null,
                    name,
                    nameZh,
                    description,
                    descriptionZh,
                    kind,
                    capacity,
                    sharing,
                    amenities,
                    stepFree,
                    published,
                    List.of());
            if (present == null) {
                var made = publishing.publish(caller.get(), wish);
                String next = whole == null ? "/owner/hours?space=" : "/owner/index?saved=";
                PageAddress.redirect(next + PageAddress.encoded(made.listed().id()));
            } else {
                publishing.change(caller.get(), id, wish, Expected.version(version));
                PageAddress.redirect("/owner/index?saved=" + PageAddress.encoded(id));
            }
        } catch (Refused e) {
            refused = FieldFaults.show(e, say);
        }
    }

    public String getTitle() {
        if (present != null) {
            return say.text("space-form.edit", present.view().name());
        }
        return whole == null
                ? say.text("space-form.new")
                : say.text("space-form.part", whole.view().name());
    }

    public String getId() {
        return id;
    }

    public String getPartOf() {
        return partOf;
    }

    public Long getVersion() {
        return version;
    }

    public boolean isHouseAsked() {
        return present == null && whole == null;
    }

    public Map<String, String> getHouses() {
        return houses;
    }

    public List<SpaceKind> getKinds() {
        return List.of(SpaceKind.values());
    }

    public List<Sharing> getSharings() {
        return List.of(Sharing.values());
    }

    public List<Amenity> getAllAmenities() {
        return List.of(Amenity.values());
    }

    public boolean has(Amenity amenity) {
        return amenities.contains(amenity);
    }

    public String getRefused() {
        return refused;
    }

    public String getVenueId() {
        return venueId;
    }

    public void setVenueId(String venueId) {
        this.venueId = venueId;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getDescriptionZh() {
        return descriptionZh;
    }

    public void setDescriptionZh(String descriptionZh) {
        this.descriptionZh = descriptionZh;
    }

    public SpaceKind getKind() {
        return kind;
    }

    public void setKind(SpaceKind kind) {
        this.kind = kind;
    }

    public Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(Integer capacity) {
        this.capacity = capacity;
    }

    public Sharing getSharing() {
        return sharing;
    }

    public void setSharing(Sharing sharing) {
        this.sharing = sharing;
    }

    public boolean isStepFree() {
        return stepFree;
    }

    public void setStepFree(boolean stepFree) {
        this.stepFree = stepFree;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }
}
