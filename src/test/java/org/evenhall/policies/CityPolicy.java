package org.evenhall.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenhall.policies.PolicyView.StatedBy;
import org.evenhall.policies.domain.Levels;
import org.evenhall.policies.domain.Levels.Link;
import org.evenhall.policies.domain.Statement;

/** Policies for tests: what the city states when it is set up, and what a test says at the levels below. */
public final class CityPolicy {

    private static final Pattern STATED = Pattern.compile("VALUES \\('CITY', '\\*', '([^']+)', '([^']*)'\\)");
    private static final Map<String, String> CITY = city();

    private final Map<String, Map<String, String>> stated = new HashMap<>(Map.of("*", new HashMap<>(CITY)));
    private final List<Link> chain = new ArrayList<>(List.of(new Link(StatedBy.CITY, "*")));

    private CityPolicy() {}

    public static CityPolicy aPolicy() {
        return new CityPolicy();
    }

    /** By the city. */
    public CityPolicy stating(String rule, String text) {
        stated.get("*").put(rule, text);
        return this;
    }

    public CityPolicy stating(StatedBy level, String holder, String rule, String text) {
        if (stated.putIfAbsent(holder, new HashMap<>()) == null) {
            chain.add(new Link(level, holder));
        }
        stated.get(holder).put(rule, text);
        return this;
    }

    /** Without the limits that the city sets. */
    public CityPolicy unlimited() {
        stated.get("*").keySet().removeIf(rule -> rule.startsWith("open-bookings"));
        return this;
    }

    public PolicyView view() {
        return Levels.of(chain, holder -> Statement.read(stated.get(holder))).inForce();
    }

    private static Map<String, String> city() {
        Map<String, String> city = new HashMap<>();
        for (String migration : List.of("V7__city_policy.sql", "V11__policy.sql")) {
            try {
                STATED.matcher(Files.readString(Path.of("config/db/common", migration)))
                        .results()
                        .forEach(found -> city.put(found.group(1), found.group(2)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return city;
    }
}
