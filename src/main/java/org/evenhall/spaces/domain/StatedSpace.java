package org.evenhall.spaces.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhall.kernel.Violation;
import org.evenhall.spaces.PublishSpace;

/** What is wrong with a space as its owner states it, by itself: one violation per field. */
public final class StatedSpace {

    /** As many parts are made at once. */
    public static final int MOST_PARTS = 500;

    private static final int LARGEST = 1_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HOUSE = 250;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_DESCRIPTION = 2000;

    private final List<Violation> faults = new ArrayList<>();

    private StatedSpace() {}

    /** Of one that is to be created. */
    public static List<Violation> faultsOfNew(PublishSpace space) {
        var stated = new StatedSpace();
        stated.check(space);
        stated.checkPlace(space);
        stated.between("units", space.units(), 1, MOST_PARTS);
        if (space.parts().size() > MOST_PARTS) {
            stated.add("at-most", "parts", "publish.at-most", MOST_PARTS);
        }
        for (int i = 0; i < space.parts().size(); i++) {
            stated.checkPart("parts[" + i + "].", space.parts().get(i));
        }
        return stated.faults;
    }

    /** Of one that is there already: it stays where it is, and its parts are spaces of their own. */
    public static List<Violation> faultsOfChanged(PublishSpace space, String venueId, String partOf) {
        var stated = new StatedSpace();
        stated.check(space);
        stated.stays("venueId", space.venueId(), venueId);
        stated.stays("partOf", space.partOf(), partOf);
        if (space.venue() != null) {
            stated.add("not-offered", "venue", "publish.stays");
        }
        if (!space.parts().isEmpty()) {
            stated.add("not-offered", "parts", "publish.parts-later");
        }
        return stated.faults;
    }

    private void check(PublishSpace space) {
        required("name", space.name());
        required("kind", space.kind());
        required("capacity", space.capacity());
        between("capacity", space.capacity(), 1, LARGEST);
        fits("name", space.name(), LONGEST_NAME);
        fits("nameZh", space.nameZh(), LONGEST_NAME);
        fits("description", space.description(), LONGEST_DESCRIPTION);
        fits("descriptionZh", space.descriptionZh(), LONGEST_DESCRIPTION);
    }

    private void checkPart(String field, PublishSpace.Part part) {
        required(field + "name", part.name());
        fits(field + "name", part.name(), LONGEST_NAME);
        fits(field + "nameZh", part.nameZh(), LONGEST_NAME);
        between(field + "capacity", part.capacity(), 1, LARGEST);
    }

    private void checkPlace(PublishSpace space) {
        long said = Stream.of(space.venueId(), space.venue(), space.partOf())
                .filter(Objects::nonNull)
                .count();
        boolean houseOfTheWhole = said == 2 && space.partOf() != null && space.venueId() != null;
        if (said != 1 && !houseOfTheWhole) {
            add("one-of", "venueId", "publish.where");
        }
        if (space.venue() != null) {
            checkHouse(space.venue());
        }
    }

    private void checkHouse(PublishSpace.NewVenue venue) {
        required("venue.organisationId", venue.organisationId());
        required("venue.name", venue.name());
        required("venue.zone", venue.zone());
        required("venue.lat", venue.lat());
        required("venue.lon", venue.lon());
        fits("venue.name", venue.name(), LONGEST_HOUSE);
        fits("venue.nameZh", venue.nameZh(), LONGEST_HOUSE);
        fits("venue.address", venue.address(), LONGEST_ADDRESS);
        degrees("venue.lat", venue.lat(), 90);
        degrees("venue.lon", venue.lon(), 180);
        matches("venue.country", venue.country(), "[A-Z]{2}");
        matches("venue.region", venue.region(), "[a-z0-9]{1,3}");
    }

    private void required(String field, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add("required", field, "field.required");
        }
    }

    private void fits(String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            add("length", field, "field.too-long", longest);
        }
    }

    private void between(String field, Integer number, int least, int most) {
        if (number != null && number < least) {
            add("minimum", field, "field.at-least", least);
        } else if (number != null && number > most) {
            add("maximum", field, "publish.at-most", most);
        }
    }

    private void degrees(String field, Double number, int most) {
        if (number != null && !(Math.abs(number) <= most)) {
            add("maximum", field, "publish.degrees", -most, most);
        }
    }

    private void matches(String field, String text, String pattern) {
        if (text != null && !text.matches(pattern)) {
            add("format", field, "publish.format", pattern);
        }
    }

    private void stays(String field, String said, String present) {
        if (said != null && !said.equals(present)) {
            add("not-offered", field, "publish.stays");
        }
    }

    private void add(String rule, String field, String key, Object... args) {
        faults.add(Violation.of(rule, field, key, args));
    }
}
