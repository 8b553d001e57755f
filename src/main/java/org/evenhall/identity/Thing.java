package org.evenhall.identity;

/** Something that a right can be on. A right on a thing covers what lies below it. */
public record Thing(Kind kind, String id) {

    /** The whole installation. */
    public static final Thing EVERYTHING = new Thing(Kind.CITY, "*");

    /** The kinds of things that rights are given on. */
    public enum Kind {
        CITY,
        AREA,
        ALLIANCE,
        ORGANISATION
    }

    public static Thing organisation(String id) {
        return new Thing(Kind.ORGANISATION, id);
    }

    public static Thing area(String id) {
        return new Thing(Kind.AREA, id);
    }

    public static Thing alliance(String id) {
        return new Thing(Kind.ALLIANCE, id);
    }
}
