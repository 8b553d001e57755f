package org.evenhall.exchange.osm;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.OrganisationKind;

/**
 * What a house is called, and its address. One in fifty has no name: another name tag will do, else its operator or its
 * street with the kind of house before it; where there is none of them either it is not shown to the public.
 *
 * @param from the tag that the name was taken from, null where there is nothing to name it by
 */
record Naming(Named name, String from) {

    private static final String[] OTHER_NAMES = {
        "name:de", "name:en", "official_name", "alt_name", "short_name", "loc_name", "addr:housename"
    };

    static Naming of(Feature feature, OrganisationKind kind) {
        var nameZh = feature.first("name:zh-Hans", "name:zh", "name:zh-CN").orElse(null);
        if (feature.tag("name").isPresent()) {
            return new Naming(new Named(feature.tag("name").get(), nameZh), "name");
        }
        for (String key : OTHER_NAMES) {
            if (feature.tag(key).isPresent()) {
                return new Naming(new Named(feature.tag(key).get(), nameZh), key);
            }
        }
        for (String key : new String[] {"operator", "brand"}) {
            if (feature.tag(key).isPresent()) {
                String name = word(kind) + ", " + feature.tag(key).get();
                return new Naming(new Named(name, nameZh), key);
            }
        }
        return street(feature)
                .map(street -> new Naming(new Named(word(kind) + ", " + street, nameZh), "addr:street"))
                .orElseGet(() -> new Naming(new Named(word(kind) + " " + feature.id(), nameZh), null));
    }

    /** Street and number, then post code and town; null where none is known. */
    static String address(Feature feature) {
        String town = joined(" ", feature.tag("addr:postcode"), feature.first("addr:city", "addr:town"));
        String address = joined(", ", street(feature), town.isEmpty() ? Optional.empty() : Optional.of(town));
        return address.isEmpty() ? feature.tag("addr:full").orElse(null) : address;
    }

    /** Some sources keep street and number in one field. */
    private static Optional<String> street(Feature feature) {
        String street = joined(" ", feature.first("addr:street", "addr:place"), feature.tag("addr:housenumber"));
        return feature.tag("addr:street_line")
                .or(() -> feature.first("addr:street", "addr:place").map(name -> street));
    }

    private static String joined(String separator, Optional<String> one, Optional<String> other) {
        return Stream.of(one, other).flatMap(Optional::stream).collect(Collectors.joining(separator));
    }

    /** {@code YOUTH_CENTRE} as words. */
    private static String word(OrganisationKind kind) {
        String words = kind.name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
